import { ISSUES } from '../../src/plugins/archive/core/issue';
import type { ParseLine } from '../../src/plugins/archive/shared/parse-line';
import { runCommand, type CommandResult } from '../harness/run-command';
import { PROJECT } from '../harness/project';
import { samples } from '../harness/samples';

/** Every key of a line, present even where its value is null: a contract. */
const KEYS = {
  line: [
    ...['file', 'record', 'format', 'encoding', 'encodingConfidence', 'profile', 'outcome', 'article'],
    ...['bodyMarkdown', 'tags', 'otherUrls', 'unpublished'],
    ...['source', 'era', 'media', 'entities', 'evidence', 'issues'],
  ],
  record: ['index', 'start', 'end'],
  article: [
    ...['title', 'body', 'kicker', 'standfirst', 'byline', 'dateline', 'section', 'dateText', 'dateEdtf'],
    ...['dateBasis', 'language', 'legacyId', 'legacyUrl'],
  ],
  source: ['name'],
  era: ['name', 'coverage'],
  media: ['legacyId', 'caption', 'credit', 'url', 'alternativeText'],
  entity: ['text', 'kind', 'start', 'end', 'confidence', 'title', 'standsFor'],
  evidence: ['start', 'end', 'rule', 'confidence'],
  issue: ['code', 'start', 'end', 'found'],
};

function expectKeys(value: object, keys: readonly string[]): void {
  expect(Object.keys(value).sort()).toEqual([...keys].sort());
}

describe('the lines of `parse`', () => {
  let result: CommandResult;
  let lines: ParseLine[];

  beforeAll(async () => {
    result = await runCommand(['parse', 'samples'], { cwd: PROJECT });
    lines = result.lines as ParseLine[];
  });

  it('are JSON and nothing else stands on stdout: one line for each sample, in order', () => {
    expect(lines.map(({ file }) => file)).toEqual(samples().map(({ dumpPath }) => dumpPath));
    expect(result.stdout.endsWith('}\n')).toBe(true);
  });

  it('hold every key, also where nothing was found', () => {
    for (const line of lines) {
      expectKeys(line, KEYS.line);
      expectKeys(line.record, KEYS.record);
      expectKeys(line.article, KEYS.article);
      expectKeys(line.source, KEYS.source);
      expectKeys(line.era, KEYS.era);
      for (const one of line.media) expectKeys(one, KEYS.media);
      for (const one of line.entities) expectKeys({ title: null, standsFor: null, ...one }, KEYS.entity);
      for (const one of Object.values(line.evidence)) expectKeys(one, KEYS.evidence);
      for (const one of line.issues) expectKeys(one, KEYS.issue);
    }
    expect(lines.some(({ media }) => media.length > 0)).toBe(true);
    expect(lines.some(({ entities }) => entities.length > 0)).toBe(true);
    expect(lines.some(({ issues }) => issues.length > 0)).toBe(true);
  });

  it('hold only values of their lists', () => {
    for (const { outcome, issues, record, encodingConfidence } of lines) {
      expect(['article', 'quarantined', 'rejected']).toContain(outcome);
      for (const { code } of issues) expect(Object.keys(ISSUES)).toContain(code);
      expect(record.start).toBeLessThanOrEqual(record.end);
      expect(encodingConfidence).toBeGreaterThanOrEqual(0);
      expect(encodingConfidence).toBeLessThanOrEqual(1);
    }
  });

  it('have the outcome that the fixture says; each record that is no article is told on stderr, in one line', () => {
    const outcomes = lines.map(({ file, outcome }) => `${file} ${outcome}`);
    expect(outcomes).toEqual(samples().map(({ dumpPath, outcome }) => `${dumpPath} ${outcome}`));
    const refused = lines.filter(({ outcome }) => outcome !== 'article');
    const told = result.stderr.trimEnd().split('\n');
    expect(told.map((line) => line.slice(0, line.indexOf(',')))).toEqual(
      refused.map(({ file, outcome }) => `${file}: ${outcome}`),
    );
    expect(result.code).toBe(1);
  });
});
