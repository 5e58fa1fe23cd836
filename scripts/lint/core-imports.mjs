/**
 * An ESLint rule: `core/` may import its own files and a short list of packages, nothing else.
 * A pattern cannot say "inside the folder": `../server/x` must be followed to where it leads.
 */
import { dirname, relative, resolve, sep } from 'node:path';

const ALLOWED_PACKAGES = [
  '@edtf-ts/core',
  '@mozilla/readability',
  '@tabby_ai/hijri-converter',
  'htmlparser2',
  'iconv-lite',
  'jschardet',
  'linkedom',
  'slugify',
  'tinyld',
  'zod',
];

const isAllowedPackage = (name) =>
  ALLOWED_PACKAGES.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));

/** The `core` folder that holds the file: the last one in its path below `archive`. */
function coreFolderOf(file) {
  const marker = `${sep}archive${sep}core${sep}`;
  return file.slice(0, file.lastIndexOf(marker) + marker.length - 1);
}

function faultOf(name, file) {
  if (!name.startsWith('.')) return isAllowedPackage(name) ? null : 'package';
  const leadsTo = relative(coreFolderOf(file), resolve(dirname(file), name));
  return leadsTo === '..' || leadsTo.startsWith(`..${sep}`) ? 'outside' : null;
}

export const coreImports = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      package: `core/ is pure: it may not import "{{name}}", only ${ALLOWED_PACKAGES.join(', ')} and its own files.`,
      outside: 'core/ is pure: "{{name}}" lies outside of it.',
      computed: 'core/ is pure: what it imports must be written out.',
    },
  },
  create(context) {
    const check = (source) => {
      if (!source) return;
      if (typeof source.value !== 'string') {
        context.report({ node: source, messageId: 'computed' });
        return;
      }
      const messageId = faultOf(source.value, context.filename);
      if (messageId) context.report({ node: source, messageId, data: { name: source.value } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
      "CallExpression[callee.name='require']": (node) => check(node.arguments[0]),
    };
  },
};
