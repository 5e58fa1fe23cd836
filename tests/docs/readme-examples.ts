/** A command that a document shows, and the JSON that stands below it as its answer. */
export interface Example {
  readonly command: string;
  readonly answer: unknown;
}

/** Every `sh` block that a `json` block follows, whatever prose stands between them. */
export function examplesIn(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language, text]) => ({
    language: language ?? '',
    text: text ?? '',
  }));
  return blocks.flatMap(({ language, text }, index) => {
    const next = blocks[index + 1];
    if (language !== 'sh' || next?.language !== 'json') return [];
    return [{ command: text.replaceAll('\\\n', ' ').trim(), answer: JSON.parse(next.text) as unknown }];
  });
}

/** What differs from one database to the next is compared by its form alone. */
const FORMS: Readonly<Record<string, unknown>> = {
  id: expect.any(Number),
  documentId: expect.stringMatching(/^[a-z][a-z0-9]{23}$/),
};

/** The answer as a pattern: fields may be left out, a text that ends in `…` is cut, IDs have their form alone. */
export function patternOf(shown: unknown): unknown {
  if (typeof shown === 'string' && shown.endsWith('…')) {
    const start = shown.slice(0, -1);
    return expect.stringMatching(new RegExp(`^${start.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}`));
  }
  if (Array.isArray(shown)) return shown.map(patternOf);
  if (typeof shown !== 'object' || shown === null) return shown;
  const entries = Object.entries(shown).map(([name, value]) => [name, FORMS[name] ?? patternOf(value)]);
  return expect.objectContaining(Object.fromEntries(entries) as Record<string, unknown>);
}
