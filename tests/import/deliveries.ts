import type { Page } from '../harness/invented-paper';

/** A page with a text of its own: the same text twice would be a duplicate. */
export function page(title: string, rest: Partial<Page> = {}): Page {
  const body =
    `HOLLIN - What the town council said of “${title}” on Monday surprised nobody who had been at the quay.\n\n` +
    'The clerk read the paper aloud and the members went home before the ferry left.';
  return { title, body, byline: 'Jane Roe', section: 'Town', ...rest };
}

function notices(text: string): Page {
  return { title: 'Notices of the week', body: `${text}\n\n${text} Again.` };
}

const url = (id: string) => `http://lantern.example/view?id=${id}`;

/** As the dumps were first delivered, by box; each box is imported as a dump of its own. */
export const FIRST: Readonly<Record<string, Readonly<Record<string, Page>>>> = {
  same: { '1.txt': page('The clock is repaired', { legacyId: '100' }), '2.txt': page('The clock is broken') },
  columns: { '1.txt': page('The mill is sold', { legacyId: '110', kicker: 'Trade' }) },
  edited: { '1.txt': page('The baths open', { legacyId: '120' }) },
  dated: { '1.txt': page('The tram is late', { legacyId: '121', date: '3 July 2002' }) },
  drafted: { '1.txt': page('The fair is early', { legacyId: '130' }) },
  withdrawn: { '1.txt': page('The well is dry', { legacyId: '141' }) },
  deleted: { '1.txt': page('The bell is cracked', { legacyId: '150' }), '2.txt': page('The bell is stolen') },
  versions: {
    '1.txt': page('The bridge may open', { legacyId: '160' }),
    '2.txt': page('The bridge has opened', { legacyId: '160' }),
  },
  twins: {
    '1.txt': page('The lamp is lit'),
    '2.txt': page('The lamp is lit'),
    '3.txt': page('The lamp is out', { legacyId: '170' }),
    '4.txt': page('The lamp is out', { legacyId: '170' }),
  },
  renumbered: {
    '1.txt': page('The quay in snow', { legacyId: '180' }),
    '2.txt': page('The quay in rain', { legacyId: '181' }),
    '3.txt': page('The quay in rain', { legacyId: '180' }),
  },
  'here/box': {
    '1.txt': page('The school is new'),
    'b/2.txt': page('The school is old', { legacyId: '190' }),
  },
  'left/chest': { '9.txt': page('The dog is found') },
  'north/crate': { '1.txt': notices('The library closes at noon on Friday for the stocktaking.') },
  'south/crate': { '1.txt': notices('The market moves to the lower square until September.') },
  keys: {
    '1.txt': page('The roof leaks', { legacyId: '200', legacyUrl: url('200') }),
    '2.txt': page('The roof holds', { legacyId: '201', legacyUrl: url('201') }),
  },
};

export const LONG_TITLE = `The mayor ${'and the clerk '.repeat(21)}agree`;

/** What a later delivery says; every other page is as before. */
export const SECOND: Readonly<Record<string, Readonly<Record<string, Page>>>> = {
  columns: {
    '1.txt': page('The mill is sold', { legacyId: '110', kicker: 'Old trade', byline: 'John Roe' }),
  },
  edited: { '1.txt': page('The baths open', { legacyId: '120', byline: 'John Roe', section: 'Sport' }) },
  dated: { '1.txt': page('The tram is late', { legacyId: '121', date: '8 August 2003' }) },
  drafted: { '1.txt': page('The fair is early', { legacyId: '130', byline: 'John Roe' }) },
  withdrawn: { '1.txt': page('The well is dry', { legacyId: '141', section: 'Country' }) },
  unpublished: { '1.txt': page('The well is deep', { legacyId: '140', section: 'Country' }) },
  deleted: { '1.txt': page('The bell is cracked', { legacyId: '150', section: 'Church' }) },
  'twins-of-twins': { 'other-name.txt': page('The lamp is lit') },
  'right/chest': { '9.txt': page('The cat is lost') },
  'south/crate': { '1.txt': notices('The market moves to the lower square until October.') },
  mixed: { '1.txt': page('The roof is gone', { legacyId: '200', legacyUrl: url('201') }) },
  long: { '1.txt': page(LONG_TITLE), '2.txt': page('The mayor agrees') },
};
