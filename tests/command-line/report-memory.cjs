'use strict';

// Loaded with `--require` into a command: writes the most memory it ever held, in KB, as its last line on stderr.
process.on('exit', () => {
  process.stderr.write(`${process.resourceUsage().maxRSS} KB\n`);
});
