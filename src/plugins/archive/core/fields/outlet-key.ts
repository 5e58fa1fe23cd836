import { fold } from '../text/fold';

/** Agencies under all the names by which they are credited; the first is the key. Arabic as `fold` leaves it. */
const AGENCIES: readonly (readonly string[])[] = [
  ['reuters', 'رويترز'],
  ['associated press', 'ap', 'أسوشيتد برس', 'اسوشييتد برس', 'أ ب'],
  ['agence france presse', 'afp', 'فرانس برس', 'أ ف ب'],
  ['united press international', 'upi', 'يونايتد برس'],
  ['deutsche presse agentur', 'dpa', 'د ب أ', 'الألمانية'],
  ['xinhua', 'شينخوا'],
  ['tass', 'itar tass', 'تاس'],
  ['anadolu', 'anadolu agency', 'الأناضول'],
  ['middle east news agency', 'mena', 'أنباء الشرق الأوسط', 'أ ش أ'],
  ['saudi press agency', 'spa', 'واس', 'الأنباء السعودية'],
  ['kuwait news agency', 'kuna', 'كونا', 'الأنباء الكويتية'],
  ['jordan news agency', 'petra', 'بترا'],
  ['emirates news agency', 'wam', 'وام'],
  ['syrian arab news agency', 'sana', 'سانا'],
];
/** Words that say what an outlet is and not which. */
const BEFORE = /^(?:the|صحيفه|جريده|وكاله|موقع|مجله) /;
const AFTER = / (?:newspaper|daily newspaper|news agency|website|online|com|net|org)$/;
const LONGEST = 255;
/** `AP/`, `(Reuters)`, `© AFP` */
const MARKS = /[^\p{L}\p{N}]+/gu;

const AGENCY_OF: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap((names) => names.map((name) => [bare(name), names[0] ?? name] as const)),
);

/**
 * The key under which spellings of one outlet meet: `The Sefina Courier`, `Sefina Courier newspaper` and
 * `sefina-courier.com`; `AP/` and `Associated Press`; `وكالة رويترز` and `Reuters`.
 */
export function outletKey(name: string): string {
  const words = bare(name);
  return AGENCY_OF.get(words) ?? (words === '' ? fold(name) : words);
}

function bare(name: string): string {
  const words = fold(name).replace(MARKS, ' ').trim().slice(0, LONGEST);
  // `Www` and `news agency` of a short name are all that it has: they stay.
  const shorter = words.replace(/^www /, '').replace(BEFORE, '').replace(AFTER, '');
  return shorter === '' ? words : shorter;
}
