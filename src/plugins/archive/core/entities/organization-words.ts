/** Words that make the capitalised run they end (or open, before `of`) an organization. Lower case. */
export const ORGANIZATION_WORDS: ReadonlySet<string> = new Set(
  (
    'party brigade brigades corps organization organisation ministry university bank company council movement jihad ' +
    'army authority association federation union league committee commission agency bureau department institute ' +
    'institution foundation society club front forces force navy command guard guards police parliament congress ' +
    'senate knesset assembly court tribunal college school academy church corporation corp inc ltd co llc plc group ' +
    'holdings industries airlines airways motors records entertainment pictures studios media press times post ' +
    'newspaper gazette herald tribune journal network television radio broadcasting museum library hospital ' +
    'orchestra choir band team centre center service services office board trust fund alliance coalition ' +
    'confederation syndicate cabinet administration staff security brotherhood regiment battalion division squadron ' +
    'falcons united rangers electric mills dynamics software systems technologies communications publishing ' +
    'publications publishers books ballet theatre theater seminary laboratories observatory'
  ).split(' '),
);

/** Words that make the run they end a place. */
export const PLACE_WORDS: ReadonlySet<string> = new Set(
  (
    'strip province city river street county island islands lake mountain mountains mount valley sea ocean gulf bay ' +
    'road avenue square district village town park airport bridge peninsula desert governorate coast beach heights ' +
    'canal strait hill hills creek forest region territory territories republic kingdom emirate camp crossing ' +
    'stadium station highway boulevard port harbour harbor plaza castle palace'
  ).split(' '),
);

/** Words that make the run they end an event or a work: an entity, but none of the three common kinds. */
export const EVENT_WORDS: ReadonlySet<string> = new Set(
  (
    'war battle intifada revolution festival olympics games cup championship championships summit treaty agreement ' +
    'siege massacre uprising campaign election elections award awards prize accord accords operation conference convention'
  ).split(' '),
);

/** Lower-case nouns that stand after the name of a group: `the Hamas organization`, `Hezbollah militants`. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(
  (
    'organization organisation party movement group militia militias militants fighters newspaper company ' +
    'faction agency network club team band university bank spokesman spokeswoman leaders leader lawmaker guerrillas'
  ).split(' '),
);

/** First words that take `of` inside a name: `Bank of England`, `Ministry of Health and Education`. */
export const OF_HEADS: ReadonlySet<string> = new Set(
  (
    'university bank ministry department institute college school church council board house republic kingdom ' +
    'battle siege treaty order museum academy bureau office faculty court chamber federation association union ' +
    'society league party army bay gulf isle city county cape strait mount province state district port lake ' +
    'commonwealth confederation organization organisation committee conference congress duchy diocese archdiocese ' +
    'cathedral war center centre bill declaration book tower palace hall'
  ).split(' '),
);
