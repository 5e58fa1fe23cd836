import { fold } from '../text/fold';
import type { MarkerField } from './profile';

/** Words by which sites label the facts of an article. */
const LABELS: Readonly<Record<MarkerField, string>> = {
  legacyId:
    'article id|story id|id|doc id|document id|record no|article no|news id|post id|artikel-id|artikelnummer|رقم المقال|رقم الخبر',
  legacyUrl:
    'permalink|url|link|source url|original url|address|permanent link|short link|الرابط الدائم|رابط الخبر|الرابط',
  kicker: 'in focus|kicker|topic|dachzeile|عنوان تمهيدي',
  standfirst: 'summary|abstract|standfirst|teaser|lead|résumé|zusammenfassung|resumen|sommario|الملخص|ملخص',
  byline:
    'by|author|byline|written by|reporter|agency|autor|autorin|von|par|auteur|por|di|autore|door|كتب|كتبت|بقلم|الكاتب|وكالة|إعداد|تحرير',
  dateline: 'place|location|dateline|ort|lieu|lugar|luogo|المكان',
  date: 'published|date|published on|posted|posted on|publication date|date published|issue date|datum|veröffentlicht|publié le|date de publication|fecha|publicado|data|pubblicato|تاريخ النشر|التاريخ|نشر في',
  section:
    'section|category|rubric|desk|ressort|rubrik|kategorie|rubrique|sección|sezione|القسم|الباب|التصنيف',
  'media.legacyId': 'media id|photo id|image id|picture id|photo no|bildnummer|رقم الصورة',
  'media.caption':
    'caption|photo caption|bildunterschrift|légende|pie de foto|didascalia|تعليق الصورة|شرح الصورة',
  'media.credit':
    'photo|photo by|photo credit|credit|image credit|picture|foto|fotos|bild|crédit|crédit photo|foto di|تصوير|الصورة',
  'media.url': 'image|image url|photo url|رابط الصورة',
};

export const FIELD_OF_LABEL: ReadonlyMap<string, MarkerField> = new Map(
  (Object.entries(LABELS) as [MarkerField, string][]).flatMap(([field, words]) =>
    words.split('|').map((word): [string, MarkerField] => [fold(word), field]),
  ),
);
