import { foldWord } from './tokens';

/** What a date line says of its date. */
export type DateKind = 'published' | 'modified' | 'unmarked';

const MODIFIED =
  'updated update modified revised edited aktualisiert geändert aktualisierung actualizado actualizada atualizado ' +
  'aggiornato modifié modifiée mis bijgewerkt gewijzigd modificado تحديث التحديث محدث تعديل';

const PUBLISHED =
  'posted published publication date dated created added submitted written issued first veröffentlicht publiziert ' +
  'erstellt datum publié publiée publicado publicada postado publicato pubblicato gepubliceerd geplaatst date fecha ' +
  'data نشر النشر نشرت نشرة تاريخ بتاريخ حرر حررت التاريخ أضيف كتب صدر';

/** Words of date lines that say nothing of their own; numbers may stand beside them, `Issue No 13743`, `3 Comments`. */
const PLAIN =
  'on at in the last issue no nr number vol volume edition page pages comment comments replies view views min ' +
  'mins minute minutes read reading time share shares print email am um uhr vom den der le à il el la en em de il ' +
  'op kommentar kommentare commentaires comentarios comentários ausgabe seite lesezeit minuten zuletzt zuletzt ' +
  'dernière última ultima ultimo ultimi mise à jour رقم العدد عدد الصفحة صفحة آخر يوم الموافق الساعة في م ه ' +
  'التعليقات تعليق تعليقات مشاهدة قراءة دقيقة دقائق لا توجد gmt';

const BYLINE = 'by von par por di da door بقلم اعداد متابعة';

export const MODIFIED_WORDS: ReadonlySet<string> = words(MODIFIED);
export const PUBLISHED_WORDS: ReadonlySet<string> = words(PUBLISHED);
export const PLAIN_WORDS: ReadonlySet<string> = words(PLAIN);
export const COMMENT_WORDS: ReadonlySet<string> = words(
  'comment kommentar commentaire comentario commento reactie تعليق',
);
export const REPLY_WORDS: ReadonlySet<string> = words('reply antworten répondre responder rispondi says رد');
export const BYLINE_WORDS: ReadonlySet<string> = words(BYLINE);

/** Small words inside names: `Ludwig van der Berg`. */
export const NAME_PARTICLES: ReadonlySet<string> = words(
  'al el bin ibn abu van der den de la von da dos du le and und et y',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map(foldWord));
}
