/** Where a command's results and its remarks go. Results alone stand on stdout, so that it can be piped. */
export interface Output {
  /** Waits while the reader is slow, so that a long listing does not pile up in memory. */
  result(line: string): Promise<void>;
  remark(line: string): void;
}

/** `parse ... | head` closes the pipe before the end, which is no fault: nobody wants the rest. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
}

/** The process's own streams. */
export const processOutput: Output = {
  result: (line) =>
    new Promise((resolve, reject) => {
      process.stdout.write(`${line}\n`, (error) => {
        if (error) reject(error);
        else resolve();
      });
    }),
  remark(line) {
    process.stderr.write(`${line}\n`);
  },
};
