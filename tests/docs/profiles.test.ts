import { readFileSync } from 'node:fs';
import path from 'node:path';

import { profileSchema, readProfile } from '../../src/plugins/archive/core/profiles/profile';
import { PROJECT } from '../harness/project';

const PAGE = readFileSync(path.join(PROJECT, 'docs', 'profiles.md'), 'utf8');

describe('docs/profiles.md', () => {
  const [, json] = /^```json\n([^]*?)^```$/m.exec(PAGE) ?? [];
  const shown = JSON.parse(json ?? 'null') as Record<string, unknown>;

  it('shows a profile that can be used', () => {
    expect(readProfile(shown).faults).toEqual([]);
  });

  it('shows every key that there is, and explains it', () => {
    const keys = Object.keys(profileSchema.shape);
    expect(Object.keys(shown).sort()).toEqual([...keys].sort());
    for (const key of keys.map((one) => one.replace('$', '\\$')))
      expect(PAGE).toMatch(new RegExp(`^\\| +\`${key}[\`.]`, 'm'));
  });
});
