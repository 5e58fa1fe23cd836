/** Verbs that a person stands before: `Nadia Rahmoun said`. */
export const PERSON_VERBS: ReadonlySet<string> = new Set(
  (
    'said says told tells added adds stated explained argued replied asked wrote writes spoke commented noted insisted ' +
    'claimed recalled admitted warned complained married graduated resigned retired joined sang played plays ' +
    'starred studied lived born died'
  ).split(' '),
);

/** Verbs that a person stands after, with a role to follow: `appointed Nadia Rahmoun as`. */
export const APPOINTING_VERBS: ReadonlySet<string> = new Set(
  'appointed named elected nominated married succeeded replaced'.split(' '),
);

/** What people are: `singer Nadia Rahmoun`, `leaders like Nadia Rahmoun`. Singular; see `isRole`. */
const ROLES: ReadonlySet<string> = new Set(
  (
    'leader commander dictator president minister spokesman spokeswoman chief chairman director singer actor actress ' +
    'guitarist drummer bassist vocalist keyboardist producer writer author poet novelist journalist editor coach manager ' +
    'player captain official lawyer judge professor scientist engineer doctor king queen prince princess general ' +
    'colonel officer ambassador envoy activist analyst politician senator founder co-founder brother sister father ' +
    'mother son daughter wife husband cousin uncle nephew friend composer painter artist photographer filmmaker ' +
    'architect philosopher historian bishop preacher cleric sheikh imam emir militant fighter suspect representative ' +
    'member deputy secretary governor mayor candidate musician songwriter comedian rapper goalkeeper striker ' +
    'midfielder defender quarterback teammate host presenter creator designer illustrator'
  ).split(' '),
);

/** Whether a lower-case word is what a person can be, in singular or plural. */
export function isRole(word: string): boolean {
  return ROLES.has(word) || (word.endsWith('s') && ROLES.has(word.slice(0, -1)));
}

/** Whether a lower-case word is the plural of what a person can be. */
export function isRolePlural(word: string): boolean {
  return word.endsWith('s') && ROLES.has(word.slice(0, -1));
}
