import { foldWord } from './tokens';

/** Names of the days of the week, Sunday first, with their short forms. */
const NAMES: readonly string[] = [
  'sunday sun sonntag so dimanche dim domingo dom domenica zondag zo الأحد أحد',
  'monday mon montag mo lundi lun lunes segunda lunedì maandag ma الاثنين الإثنين اثنين الأثنين',
  'tuesday tue tues dienstag di mardi mar martes terça martedì dinsdag الثلاثاء ثلاثاء الثلثاء',
  'wednesday wed mittwoch mi mercredi mer miércoles mié quarta mercoledì woensdag wo الأربعاء الاربعاء أربعاء',
  'thursday thu thur thurs donnerstag do jeudi jeu jueves jue quinta giovedì gio donderdag الخميس خميس',
  'friday fri freitag fr vendredi ven viernes vie sexta venerdì vrijdag vr الجمعة جمعة',
  'saturday sat samstag sa sonnabend samedi sam sábado sáb sabato sab zaterdag za السبت سبت',
];

/** Folded name to 0 (Sunday) to 6 (Saturday). */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, weekday) =>
    names.split(' ').map((name): [string, number] => [foldWord(name), weekday]),
  ),
);

/** What may follow a weekday as a word of its own: `segunda-feira`. */
export const WEEKDAY_TAIL = 'feira';
