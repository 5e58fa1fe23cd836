import { DEEPEST, type JsonFault, type JsonMember, type JsonNode } from './json-tree';
import { unescapedString } from './json-string';

export type ParsedJson =
  | { readonly root: JsonNode; readonly duplicates: readonly JsonFault[]; readonly fault: null }
  | { readonly root: null; readonly fault: JsonFault };

/**
 * Parses one JSON value (RFC 8259) that may have white space around it, keeping where everything stands. Unlike
 * `JSON.parse` it keeps numbers as they are written, tells names that come twice (the last one counts) and says where
 * a fault is; `__proto__` is a name like any other. Linear, and deep only to a limit.
 */
export function parseJson(text: string): ParsedJson {
  const parser = new JsonParser(text);
  const root = parser.value(0);
  if (root !== null) {
    parser.skipSpace();
    if (parser.at < text.length) parser.fail();
  }
  if (root === null || parser.fault !== null) {
    return { root: null, fault: parser.fault ?? { at: parser.at, from: 0, found: '' } };
  }
  return { root, duplicates: parser.duplicates, fault: null };
}

const MOST_DUPLICATES = 20;
const EXCERPT = 40;

class JsonParser {
  at = 0;
  private lastString = 0;
  private readonly stop = /["\\\u0000-\u001f]/g;
  fault: JsonFault | null = null;
  readonly duplicates: JsonFault[] = [];

  constructor(private readonly text: string) {}

  value(depth: number): JsonNode | null {
    this.skipSpace();
    const start = this.at;
    switch (this.text.charAt(start)) {
      case '"':
        return this.string();
      case '{':
        return depth >= DEEPEST ? this.fail() : this.object(depth);
      case '[':
        return depth >= DEEPEST ? this.fail() : this.array(depth);
      case 't':
        return this.word('true');
      case 'f':
        return this.word('false');
      case 'n':
        return this.word('null');
      default:
        return this.number();
    }
  }

  skipSpace(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at += 1;
    }
  }

  fail(at = this.at): null {
    this.fault ??= { at, from: this.lastString, found: this.text.slice(at, at + EXCERPT) };
    return null;
  }

  private object(depth: number): JsonNode | null {
    const start = this.at;
    const members = new Map<string, JsonMember>();
    this.at += 1;
    this.skipSpace();
    if (this.take('}')) return { kind: 'object', start, end: this.at, members: [] };
    do {
      this.skipSpace();
      const nameAt = this.at;
      const name = this.text[nameAt] === '"' ? this.string() : this.fail();
      if (name === null) return null;
      this.skipSpace();
      if (!this.take(':')) return this.fail();
      const value = this.value(depth + 1);
      if (value === null) return null;
      this.add(members, unescapedString(this.text, name), value, nameAt);
      this.skipSpace();
    } while (this.take(','));
    if (!this.take('}')) return this.fail();
    return { kind: 'object', start, end: this.at, members: [...members.values()] };
  }

  private add(members: Map<string, JsonMember>, name: string, value: JsonNode, at: number): void {
    if (members.has(name) && this.duplicates.length < MOST_DUPLICATES)
      this.duplicates.push({ at, from: at, found: name });
    members.set(name, { name, value });
  }

  private array(depth: number): JsonNode | null {
    const start = this.at;
    const items: JsonNode[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.take(']')) return { kind: 'array', start, end: this.at, items };
    do {
      const item = this.value(depth + 1);
      if (item === null) return null;
      items.push(item);
      this.skipSpace();
    } while (this.take(','));
    if (!this.take(']')) return this.fail();
    return { kind: 'array', start, end: this.at, items };
  }

  private string(): Extract<JsonNode, { kind: 'string' }> | null {
    const { text } = this;
    const start = this.at;
    this.lastString = start;
    let escaped = false;
    for (let at = this.nextStop(start + 1); at < text.length; at = this.nextStop(at)) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        this.at = at + 1;
        return { kind: 'string', start, end: this.at, escaped };
      }
      const length = code === 0x5c ? escapeLength(text, at) : 0;
      if (length === 0) return this.fail(at);
      escaped = true;
      at += length;
    }
    return this.fail(start);
  }

  /** A quote, a backslash or what must be escaped: long strings are passed over as fast as the engine can. */
  private nextStop(from: number): number {
    this.stop.lastIndex = from;
    return this.stop.exec(this.text)?.index ?? this.text.length;
  }

  private number(): JsonNode | null {
    const start = this.at;
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = start;
    if (!pattern.test(this.text)) return this.fail();
    this.at = pattern.lastIndex;
    return { kind: 'number', start, end: this.at };
  }

  private word(word: 'true' | 'false' | 'null'): JsonNode | null {
    const start = this.at;
    if (!this.text.startsWith(word, start)) return this.fail();
    this.at += word.length;
    return { kind: word, start, end: this.at };
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }
}

/** `\n` has 2, `\u0627` has 6; 0 for what is no escape. */
function escapeLength(text: string, at: number): number {
  const next = text[at + 1] ?? '';
  if (next !== 'u') return '"\\/bfnrt'.includes(next) && next !== '' ? 2 : 0;
  return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : 0;
}
