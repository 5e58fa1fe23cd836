import type { Separator } from '../concatenated-text/separator';
import { pressTextRecords, type PressText } from '../press-text/press-text-records';
import type { Confidence, Reader } from '../reader';
import { headAsText } from '../slices/open-text-file';
import { stateFactiva } from './factiva-document';
import { codeOf } from './factiva-fields';

const FORMAT: PressText = { name: 'factiva', separator: factivaSeparator, state: stateFactiva };

/** Reads Factiva's exports in text with codes of fields (`HD`, `PD`, `TD`, ...), many documents in one file. */
export const factivaReader: Reader = {
  name: FORMAT.name,

  recognises(head: Uint8Array, _path, options): Confidence {
    const text = headAsText(head, options?.encoding);
    if (text === null) return 0;
    const codes = new Set(text.slice(0, 65_536).split(/\r?\n/).map(codeOf));
    const known = ['WC', 'PD', 'SN', 'SC', 'LA', 'AN', 'LP', 'TD'].filter((code) => codes.has(code));
    return codes.has('HD') && known.length >= 3 ? 0.9 : 0;
  },

  records: (chunks, options) => pressTextRecords(FORMAT, chunks, options),
};

/** A document ends with its number (`AN`); the next code, `SE` or `HD`, opens the next one. */
function factivaSeparator(): Separator {
  let ended = true;
  let headed = false;
  return {
    name: 'HD',
    formFeeds: false,
    roleOf(line) {
      const code = codeOf(line);
      if (code === null) return null;
      const opens = ended || (code === 'HD' && headed);
      headed = code === 'HD' || (headed && !opens);
      ended = code === 'AN';
      return opens ? 'opens' : null;
    },
  };
}
