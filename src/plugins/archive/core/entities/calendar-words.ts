const MONTHS =
  'january february march april may june july august september october november december ' +
  'jan feb mar apr jun jul aug sep sept oct nov dec ramadan muharram safar rajab shaban shawwal';
const WEEKDAYS =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun';

/** Months (Gregorian, and the Islamic ones that English papers print) and weekdays, in lower case. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set(`${MONTHS} ${WEEKDAYS}`.split(' '));

/** Months that are also names of people: `Theresa May`, `Frederic March`. */
export const NAMESAKE_MONTHS: ReadonlySet<string> = new Set([
  'march',
  'april',
  'may',
  'june',
  'august',
  'jan',
]);
