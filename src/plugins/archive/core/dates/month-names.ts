import { foldWord } from './tokens';

/**
 * Names of the Gregorian months, January first, and what newspapers shorten them to. Arabic has three sets:
 * the Levant and Iraq, Egypt and the Gulf, and the Maghreb, which writes the French names.
 */
const NAMES: readonly (readonly string[])[] = [
  [
    'january jan januar jänner jaenner jän janvier janv enero ene janeiro gennaio gen januari',
    'يناير جانفي',
    'كانون_الثاني كانون_ثاني كانون_ثان',
  ],
  [
    'february feb februar feber février fevrier févr fév febrero fevereiro fev febbraio februari',
    'فبراير فيفري',
    'شباط',
  ],
  ['march mar märz maerz mär mrz mars marzo março maart mrt', 'مارس', 'آذار'],
  ['april apr avril avr abril abr aprile', 'أبريل إبريل أفريل نيسان'],
  ['may mai mayo maio maggio mag mei', 'مايو ماي أيار'],
  ['june jun juni juin junio junho giugno giu', 'يونيو يونيه جوان حزيران'],
  ['july jul juli juillet juil julio julho luglio lug', 'يوليو يوليه يوليوز جويلية تموز'],
  ['august aug août aou agosto ago augustus', 'أغسطس اوت غشت آب'],
  ['september sept sep septembre septiembre setiembre setembro settembre set sett', 'سبتمبر شتنبر أيلول'],
  ['october oct oktober okt octobre octubre outubro out ottobre ott', 'أكتوبر تشرين_الأول تشرين_أول'],
  ['november nov novembre noviembre novembro', 'نوفمبر نونبر تشرين_الثاني تشرين_ثاني تشرين_ثان'],
  [
    'december dec dezember dez décembre déc diciembre dic dezembro dicembre',
    'ديسمبر دجنبر كانون_الأول كانون_أول',
  ],
];

/** Names of the Hijri months, Muharram first, in Arabic and in the spellings of English newspapers. */
const HIJRI_NAMES: readonly (readonly string[])[] = [
  ['muharram', 'محرم المحرم'],
  ['safar', 'صفر'],
  ['rabi_al_awwal rabi_al_awal rabi_ul_awwal rabi_ul_awal rabi_i rabi_1', 'ربيع_الأول ربيع_أول'],
  [
    'rabi_al_thani rabi_al_akhir rabi_ath_thani rabi_ul_thani rabi_ii rabi_2',
    'ربيع_الثاني ربيع_الآخر ربيع_ثاني ربيع_آخر ربيع_ثان',
  ],
  [
    'jumada_al_ula jumada_al_awwal jumada_al_awal jumada_i jumada_1',
    'جمادى_الأولى جمادى_الأول جمادى_أولى جماد_أول جماد_الأول',
  ],
  [
    'jumada_al_akhirah jumada_al_thani jumada_al_akhira jumada_ath_thaniyah jumada_ii jumada_2',
    'جمادى_الآخرة جمادى_الثانية جمادى_الآخر جمادى_الثاني جمادى_آخرة جماد_ثاني جماد_الثاني',
  ],
  ['rajab', 'رجب'],
  ['shaban sha_ban shaaban', 'شعبان'],
  ['ramadan ramadhan', 'رمضان'],
  ['shawwal shawal', 'شوال'],
  ['dhu_al_qadah dhu_al_qi_dah dhul_qadah dhul_qi_dah dhul_qa_dah zul_qadah', 'ذو_القعدة ذي_القعدة ذوالقعدة'],
  ['dhu_al_hijjah dhul_hijjah dhul_hijja dhu_al_hijja zul_hijjah', 'ذو_الحجة ذي_الحجة ذوالحجة'],
];

/** A month found by its name: which one, and of which calendar. */
export interface NamedMonth {
  readonly month: number;
  readonly calendar: 'gregorian' | 'hijri';
}

/** Folded names, their words joined by one space. */
export const MONTHS: ReadonlyMap<string, NamedMonth> = new Map([
  ...named(NAMES, 'gregorian'),
  ...named(HIJRI_NAMES, 'hijri'),
]);

/** The most words that one name has, `rabi al awwal`. */
export const LONGEST_MONTH_NAME = 3;

/** Shortened names that are everyday words too; alone before a year they prove nothing. */
export const WEAK_NAMES: ReadonlySet<string> = new Set([
  'set',
  'out',
  'ago',
  'gen',
  'mag',
  'lug',
  'giu',
  'mars',
  'may',
  'march',
  'mar',
  'ene',
  'ott',
  'mai',
  'ماي',
]);

function named(names: typeof NAMES, calendar: NamedMonth['calendar']): [string, NamedMonth][] {
  return names.flatMap((spellings, index) =>
    spellings
      .flatMap((list) => list.split(' '))
      .map((name): [string, NamedMonth] => [
        name.split('_').map(foldWord).join(' '),
        { month: index + 1, calendar },
      ]),
  );
}
