/** Titles that mark a person wherever they stand, even in the middle of a run of capitals. Without final dots. */
export const STRONG_TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof professor gen maj col lt sgt capt cpt cmdr adm brig rev sen gov hon ' +
    'sheikh shaykh sheik sayyed sayyid sayed imam ayatollah hujjat mullah emir ' +
    'president minister chairman chairwoman spokesman spokeswoman spokesperson ambassador commander ' +
    'secretary-general lieutenant brigadier admiral chancellor premier congressman senator cardinal archbishop pope'
  ).split(' '),
);

/** Titles that are common in other names too (`Burger King`), so they count only before a name. */
export const LEADING_TITLES: ReadonlySet<string> = new Set(
  (
    'king queen prince princess sir lord lady dame duke count baron sultan general major colonel captain sergeant ' +
    'judge justice governor mayor father brother sister saint bishop pastor rabbi coach director dictator leader ' +
    'deputy secretary representative rep envoy chief doctor engineer lawyer journalist actor actress singer crown'
  ).split(' '),
);

/** Words that stand before or inside a title: `Vice President`, `Foreign Minister`, `Secretary General`. */
export const TITLE_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'vice deputy assistant acting former prime foreign interior defence defense finance justice information oil ' +
    'health education economy trade culture secretary general major brigadier lieutenant field grand crown chief ' +
    'attorney staff first supreme state'
  ).split(' '),
);

/** Abbreviations whose full stop ends no sentence and no name. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof gen maj col lt sgt capt cpt cmdr adm brig rev sen rep gov hon st mt ft jr sr no vs ' +
    'messrs mme mlle fr br pvt cpl supt insp hr ste'
  ).split(' '),
);
