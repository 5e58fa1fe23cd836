import type { KindCue, Uncued } from './candidate';
import { contextCue } from './context-cues';
import { EVENT_WORDS, ORGANIZATION_WORDS, PLACE_WORDS } from './organization-words';
import { PERSON_PARTICLES } from './particles';

/** Names of groups and of places that have an article inside, as persons have: `Jabhat al-Nusra`, `Deir al-Zour`. */
const GROUP_HEADS: ReadonlySet<string> = new Set(
  'jabhat harakat hayat ansar jund liwa jaish jaysh kataib saraya hizb faylaq ahrar asaib izz'.split(' '),
);
const PLACE_HEADS: ReadonlySet<string> = new Set(
  'deir dayr wadi jabal jebel tel tell ras shatt bab ain khan kafr beit bir bahr sahel marj qasr souk umm'.split(
    ' ',
  ),
);

/** The strongest cue for the kind of a name: its own words first, then what stands around it. Null without a cue. */
export function kindCue(text: string, candidate: Uncued, from: number, to: number): KindCue | null {
  return ownCue(candidate) ?? contextCue(text, candidate, from, to);
}

function ownCue(candidate: Uncued): KindCue | null {
  if (candidate.name.isPlace) return { kind: 'place', strength: 0.9 };
  const many = candidate.words.length > 1;
  if (many) {
    const cue = headCue(candidate);
    if (cue !== null) return cue;
  }
  if (candidate.titled) return { kind: 'person', strength: 0.9 };
  return many ? particleCue(candidate) : null;
}

/** The word that says what the thing is: the last, or the one before `of`, or the first of `Lake Van`. */
function headCue(candidate: Uncued): KindCue | null {
  const ofAt = candidate.words.findIndex((word) => word.link === 'of');
  const head = ofAt > 0 ? candidate.words[ofAt - 1] : candidate.last;
  return headWordCue(head?.lower ?? '') ?? (ofAt > 0 ? null : openingCue(candidate));
}

function headWordCue(word: string): KindCue | null {
  if (EVENT_WORDS.has(word)) return { kind: 'event', strength: 0.7 };
  if (ORGANIZATION_WORDS.has(word)) return { kind: 'organization', strength: 0.85 };
  return PLACE_WORDS.has(word) ? { kind: 'place', strength: 0.8 } : null;
}

function openingCue(candidate: Uncued): KindCue | null {
  const first = candidate.first.lower;
  if (['lake', 'mount', 'river', 'port', 'fort', 'camp'].includes(first))
    return { kind: 'place', strength: 0.7 };
  if (['university', 'ministry', 'radio', 'fc'].includes(first))
    return { kind: 'organization', strength: 0.7 };
  return null;
}

/** `Mahmoud al-Zahar`, `Abu Qassem`, `George W. Bush`, `Sammy Davis Jr.` */
function particleCue(candidate: Uncued): KindCue | null {
  const first = candidate.first.lower;
  if (GROUP_HEADS.has(first.replace(/['’]/g, ''))) return { kind: 'organization', strength: 0.5 };
  if (PLACE_HEADS.has(first)) return null;
  if (candidate.words.length > 5) return null;
  const parts = candidate.name.key.split(' ');
  const suffixed = parts.at(-1) === 'jr' || parts.at(-1) === 'sr';
  if (suffixed || hasInitial(candidate)) return { kind: 'person', strength: 0.75 };
  if (['abu', 'umm', 'abd', 'abdul', 'abdel'].includes(parts[0] ?? ''))
    return { kind: 'person', strength: 0.75 };
  const inner = parts.slice(1, -1);
  const named =
    inner.some((part) => PERSON_PARTICLES.has(part)) || (inner.length > 0 && hasArticle(candidate));
  return named ? { kind: 'person', strength: 0.7 } : null;
}

function hasArticle(candidate: Uncued): boolean {
  return candidate.words.some((word, at) => at > 0 && /^(?:al|el|as|ad|ar|an|at|ash|az)-/.test(word.lower));
}

function hasInitial(candidate: Uncued): boolean {
  const inner = candidate.words.slice(0, -1);
  return (
    inner.some((word) => word.text.length === 1 && word.lower !== 'a' && word.lower !== 'i') &&
    candidate.words.length <= 4
  );
}
