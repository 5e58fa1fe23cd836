import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { profileJsonSchema } from './profile-json-schema';

const FILE = join(__dirname, '../../profile.schema.json');

describe('profile.schema.json', () => {
  it('is what the schema in use says', () => {
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(profileJsonSchema());
  });

  it('describes every key', () => {
    const { properties, required } = profileJsonSchema();
    expect(Object.keys(properties ?? {})).toEqual(
      expect.arrayContaining(['name', 'recognise', 'markers', 'boilerplate', 'columns', 'end']),
    );
    expect(required).toEqual(['name', 'version', 'title', 'recognise']);
  });
});
