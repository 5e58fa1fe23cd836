/**
 * Lints with the project's own configuration, in a process of its own because jest cannot load it.
 * stdin: `{ "standIn": file, "texts": [text], "files": glob }`. stdout: `{ "texts": [[fault]], "files": [fault] }`,
 * a fault being `{ "file", "rule", "message" }`. Types are looked up by file name, hence the existing stand-in.
 */
import { text } from 'node:stream/consumers';

import { ESLint } from 'eslint';

const request = JSON.parse(await text(process.stdin));
const eslint = new ESLint();

const faultsOf = (results) =>
  results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({ file: filePath, rule: ruleId ?? 'unreadable', message })),
  );

const texts = [];
for (const source of request.texts) {
  texts.push(faultsOf(await eslint.lintText(`${source}\n`, { filePath: request.standIn })));
}
const files = faultsOf(await eslint.lintFiles(request.files));
process.stdout.write(JSON.stringify({ texts, files }));
