import { linesOf } from '../text/lines';
import { readProfile, type Profile } from './profile';
import { recogniseProfile } from './recognise-profile';

function profile(name: string, recognise: unknown): Profile {
  const { profile: read, faults } = readProfile({ name, version: 1, title: name, recognise });
  if (read === null) throw new Error(JSON.stringify(faults));
  return read;
}

const lines = linesOf('The Quay | QUAY TIMES Archive 1990\nHome\nOld Boats Return');

describe('recogniseProfile', () => {
  it('needs every pattern of all and one of any', () => {
    const both = profile('both', {
      all: [{ equals: 'home' }],
      any: [{ includes: 'quay times' }, { includes: 'harbour news' }],
    });
    expect(recogniseProfile(lines, [both])?.name).toBe('both');
    expect(recogniseProfile(linesOf('Home'), [both])).toBeNull();
    expect(recogniseProfile(linesOf('QUAY TIMES'), [both])).toBeNull();
  });

  it('prefers the most specific, whatever the order', () => {
    const broad = profile('broad', { any: [{ includes: 'QUAY TIMES' }] });
    const narrow = profile('narrow', { any: [{ includes: 'QUAY TIMES Archive' }] });
    expect(recogniseProfile(lines, [broad, narrow])?.name).toBe('narrow');
    expect(recogniseProfile(lines, [narrow, broad])?.name).toBe('narrow');
  });

  it('is null for a profile without patterns and for no profiles', () => {
    expect(recogniseProfile(lines, [profile('mute', {})])).toBeNull();
    expect(recogniseProfile(lines, [])).toBeNull();
  });
});
