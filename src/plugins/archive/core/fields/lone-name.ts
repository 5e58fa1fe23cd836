import { isCaseless, isNameWord, wordsOf } from './name-words';

/** The newsroom signs as such. */
const NEWSROOM =
  /^(?:(?:die )?redaktion|redacci[oó]n|la r[ée]daction|redazione|redactie|staff|staff (?:writer|reporter))$/iu;

export function isNewsroom(name: string): boolean {
  return NEWSROOM.test(name);
}

/** Words of a site's headings and links, which two capitals do not make a name: `Letzte Artikel`, `Top Stories`. */
const SITE_WORDS: ReadonlySet<string> = new Set(
  (
    'news nachrichten aktuell aktuelle aktuelles artikel article articles articulos articoli beitrag beiträge post posts ' +
    'blog blogs galerie gallery video videos foto fotos photo photos bild bilder newsletter kommentar kommentare comment ' +
    'comments letzte neueste neue new latest recent related popular top best more mehr weitere ähnliche unsere our unser ' +
    'empfehlung empfehlungen home start startseite menu menü suche search archive archiv kategorie kategorien category ' +
    'categories tags tag thema themen topics service services shop kontakt contact impressum datenschutz privacy policy ' +
    'terms about über login anmelden werbung anzeige share teilen facebook twitter instagram youtube whatsapp pinterest ' +
    'linkedin rss feed image picture page site website online magazin magazine zeitung media podcast events follow read ' +
    'print drucken email download stories story noticias últimas ultime dernières actualités accueil inicio'
  ).split(' '),
);

/** A line that is a name and nothing else, as sites set under a headline: `Steven Beispiel`. */
export function isNameOnly(line: string): boolean {
  if (line.length > 60) return false;
  if (isNewsroom(line)) return true;
  const words = wordsOf(line);
  if (words.length < 2 || words.length > 4) return false;
  if (/[\p{N}.!?:,;|"“”()@#&/]/u.test(line.replace(/(?<!\p{L})\p{Lu}\.(?=\s|$)/gu, ''))) return false;
  if (isCaseless(line) || !/^\p{Lu}[\p{Ll}.]/u.test(words[0] ?? '')) return false;
  return words.every((word) => isNameWord(word) && !SITE_WORDS.has(word.toLowerCase()));
}

const PICTURE =
  /^(?:avatar|profilbild|profile picture|portr[äa]t|foto|photo|picture)(?: (?:of|von|de|di))? (?=\p{Lu})/iu;

/** `● Rosa Dunmere,`, `Avatar Rosa Dunmere`, `[rd] Rosa Dunmere Rosa Dunmere` -> `Rosa Dunmere`. */
export function bareName(text: string): string {
  const bare = text
    .replace(/^\[[^\]]{0,60}\]\s*/, '')
    .replace(/^[•●▪■□*+○◦·|~–—\s-]+/u, '')
    .replace(PICTURE, '')
    .replace(/[\s,;]+$/u, '');
  const half = (bare.length - 1) / 2;
  const doubled =
    Number.isInteger(half) && half > 4 && bare[half] === ' ' && bare.slice(0, half) === bare.slice(half + 1);
  return doubled ? bare.slice(0, half) : bare;
}
