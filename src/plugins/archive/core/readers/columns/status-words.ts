import { fold } from '../../text/fold';

const NOT_SHOWN = new Set(
  (
    'draft,drafts,private,pending,trash,trashed,hidden,unpublished,inactive,deleted,future,scheduled,auto-draft,withheld,' +
    'canceled,cancelled,killed,spiked,rejected,archived draft,0,false,no,n,off,مسوده,غير منشور,محذوف,خاص,مخفي,لا'
  )
    .split(',')
    .map(fold),
);
const SHOWN = new Set(
  'published,publish,public,live,active,visible,online,approved,usable,released,open,1,true,yes,y,on,منشور,نشر,نعم,مفعل'
    .split(',')
    .map(fold),
);

/** Whether a value says if an article was shown, one way or the other. */
export function isStatusWord(value: string): boolean {
  const word = fold(value);
  return NOT_SHOWN.has(word) || SHOWN.has(word);
}

/** Whether the old system did not show the article. */
export function isNotShown(value: string): boolean {
  return NOT_SHOWN.has(fold(value));
}
