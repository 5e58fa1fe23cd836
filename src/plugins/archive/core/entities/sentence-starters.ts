/** Words that open a sentence with a capital without being a name: function words, adverbs, newsroom nouns. */
const WORDS = `
a an the this that these those such some any each every either neither both all most many much more few several
another other others no none not nothing nobody one two three four five six seven eight nine ten
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs who whom whose
which what when where why how whether while whilst whoever whatever whenever wherever
and but or nor so yet for if then else than though although because since until till unless as once lest
in on at by to from of with without within into onto upon over under above below between among amongst amid
against along across around about after before behind beside besides beyond during despite except inside outside
near off out past per through throughout toward towards up down via versus like unlike following according
is are was were be been being am do does did done has have had having can could will would shall should may might
must let get got there here now today yesterday tomorrow tonight later earlier soon meanwhile moreover however
furthermore nevertheless nonetheless therefore thus hence instead otherwise indeed perhaps maybe also even still
again always never often sometimes just only too very well yes please thanks thank ok okay
first second third finally last next previous recent former latter early late
sources source analysts officials observers experts critics members witnesses authorities reports report police
people men women children state government parliament opposition troops soldiers security politicians
asked speaking born based given despite regarding concerning compared including founded located known
another new old good bad great big small high low young local national international political military economic
no. mr mrs ms dr st vol ed eds pp click read share posted published updated copyright page select menu home
media caption photo file image video audio news story stories comments search subscribe login
`;

export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/).filter((word) => word !== ''),
);

/** Capitalised words that are never a name by themselves, wherever they stand. */
export const NEVER_NAMES: ReadonlySet<string> = new Set(
  (
    'i you he she it we they him her them his its our their this that these those there here what who when where why ' +
    'and or but if not no yes ok am pm bc ad bce ce gmt est pst edt utc etc mr mrs ms dr prof sir madam tv dvd cd ceo ' +
    "i'm i've i'll i'd it's don't aka faq god internet"
  ).split(' '),
);
