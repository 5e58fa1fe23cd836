/** A file that cannot be opened or read: a fault of the input, not of the program. */
export class InputFault extends Error {
  constructor(readonly code: string) {
    super(`The file cannot be read (${code}).`);
  }
}

/** The fault behind an error of the file system. */
export function faultOf(error: unknown): InputFault {
  return error instanceof InputFault
    ? error
    : new InputFault((error as NodeJS.ErrnoException).code ?? String(error));
}
