/** `COPY table FROM STDIN` through `pg`, which has the messages for it but no query of its own. */

/** Sends rows of text values (null for none) to a table. */
export function copyIn(client, table, columns, rows) {
  const names = columns.map((column) => `"${column}"`).join(', ');
  return new Promise((resolve, reject) => {
    client.query(new CopyQuery(`copy "${table}" (${names}) from stdin`, rows, resolve, reject));
  });
}

class CopyQuery {
  constructor(text, rows, resolve, reject) {
    this.text = text;
    this.rows = rows;
    this.resolve = resolve;
    this.reject = reject;
    this.failed = null;
  }
  submit(connection) {
    connection.query(this.text);
  }
  handleCopyInResponse(connection) {
    connection.sendCopyFromChunk(Buffer.from(this.rows.map(copyLine).join('')));
    connection.endCopyFrom();
  }
  handleCommandComplete() {}
  handleError(error) {
    this.failed = error;
    // The client only says that it is ready where it was: after an error that ended the connection it never is.
    this.reject(error);
  }
  handleReadyForQuery() {
    if (this.failed === null) this.resolve();
  }
}

const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const copyLine = (row) => `${row.map(copyValue).join('\t')}\n`;

function copyValue(value) {
  return value === null ? '\\N' : value.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]);
}
