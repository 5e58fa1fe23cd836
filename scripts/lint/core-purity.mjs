/** What `core/` may not touch although no import names it: the process, the clock, chance, the network, logs. */

const OUTSIDE = 'core/ is pure: text in, data out. Pass in what it needs.';

const GLOBALS = [
  'Buffer',
  'XMLHttpRequest',
  'WebSocket',
  '__dirname',
  '__filename',
  'console',
  'crypto',
  'document',
  'exports',
  'fetch',
  'global',
  'globalThis',
  'localStorage',
  'module',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'self',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'window',
];

export const corePurityRules = {
  'archive/core-imports': 'error',
  'no-restricted-globals': ['error', ...GLOBALS.map((name) => ({ name, message: OUTSIDE }))],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: OUTSIDE },
    { object: 'Math', property: 'random', message: OUTSIDE },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: OUTSIDE },
    { selector: "CallExpression[callee.name='Date']", message: OUTSIDE },
  ],
};
