import { nameAtStart } from './byline';

/** `View all posts by Rosa Dunmere →`, `Veröffentlicht von Karl Muster`: what themes print of the author below. */
const BOX =
  /(?:view all posts by|see all posts by|all posts by|more posts by|more articles by|posts by|published by|(?:zeige |zeig )?alle (?:beiträge|artikel) von|alle posts von|mehr (?:beiträge|artikel) von|veröffentlicht von|ver todas las entradas de|ver más artículos de|voir tous les articles de|tous les articles de|publié par|vedi tutti gli articoli di|tutti gli articoli di|pubblicato da|alle berichten van|gepubliceerd door|ver todos os posts de|publicado por|عرض جميع المقالات للكاتب)\s+(\S.*)$/iu;
/** `Über Karl Muster 1009 Artikel`, `About Rosa Dunmere 12 Articles`. */
const COUNTED =
  /^(?:über|about|acerca de|à propos de|su)\s+(\S.{1,60}?)\s+\p{N}+\s+(?:artikel|articles?|beiträge|posts?|artículos|entradas|articoli)\b/iu;
const AFTER_NAME = /\s+(?:anzeigen|ansehen|anschauen|lesen|→|»).*$/iu;
const LONGEST = 300;

/** The author that a box below an article names; null where the line is of no such box. */
export function authorOfBox(line: string): string | null {
  if (line.length > LONGEST) return null;
  const name = COUNTED.exec(line)?.[1] ?? BOX.exec(line)?.[1]?.replace(AFTER_NAME, '');
  return name === undefined ? null : nameAtStart(name, true);
}
