import type { EntityKind, EntityMention } from '../draft-article';
import { foldName } from './fold-name';
import { nameHash } from './name-hash';

/** One name of one article with all its places: what is kept of mentions. */
export interface ArticleName {
  /** As first printed. */
  readonly text: string;
  /** Hash of the folded name. */
  readonly hash: number;
  readonly kind: EntityKind | null;
  /** Of the surest sighting, raised by each further one. */
  readonly confidence: number;
  readonly title: string | null;
  /** The longer name of this article that it stands for. */
  readonly standsFor: string | null;
  /** Start and end of each sighting, one after the other. */
  readonly spans: readonly number[];
  readonly ids: readonly string[];
}

export const LONGEST_NAME = 255;
const FOR_EACH_REPETITION = 0.05;
const SUREST = 0.98;
const MOST_SPANS = 200;

interface Growing {
  first: EntityMention;
  best: EntityMention;
  kind: EntityMention | null;
  title: string | null;
  standsFor: string | null;
  ids: readonly string[];
  spans: number[];
  sightings: number;
}

/** The distinct names of an article, in the order in which it first speaks of them. */
export function articleNames(mentions: readonly EntityMention[]): ArticleName[] {
  const byText = new Map<string, Growing>();
  const byHash = new Map<number, Growing>();
  for (const mention of mentions) {
    if (mention.text.length > LONGEST_NAME) continue;
    const hash = byText.has(mention.text) ? 0 : nameHash(foldName(mention.text));
    const name = byText.get(mention.text) ?? byHash.get(hash);
    if (name !== undefined) see(name, mention);
    const own = name ?? grownFrom(mention);
    if (name === undefined) byHash.set(hash, own);
    byText.set(mention.text, own);
  }
  return [...byHash].map(([hash, name]) => nameOf(hash, name));
}

function grownFrom(mention: EntityMention): Growing {
  return {
    first: mention,
    best: mention,
    kind: mention.kind === null ? null : mention,
    title: mention.title ?? null,
    standsFor: mention.standsFor ?? null,
    ids: mention.ids ?? [],
    spans: [mention.start, mention.end],
    sightings: 1,
  };
}

function see(name: Growing, mention: EntityMention): void {
  name.sightings += 1;
  if (mention.confidence > name.best.confidence) name.best = mention;
  if (mention.kind !== null && mention.confidence > (name.kind?.confidence ?? 0)) name.kind = mention;
  name.title ??= mention.title ?? null;
  name.standsFor ??= mention.standsFor ?? null;
  if (name.ids.length === 0) name.ids = mention.ids ?? [];
  if (name.spans.length < 2 * MOST_SPANS) name.spans.push(mention.start, mention.end);
}

function nameOf(hash: number, name: Growing): ArticleName {
  const raised = name.best.confidence + FOR_EACH_REPETITION * (name.sightings - 1);
  const confidence = Math.max(name.best.confidence, Math.min(SUREST, raised));
  return {
    text: name.first.text,
    hash,
    kind: name.kind?.kind ?? null,
    confidence: Math.round(confidence * 100) / 100,
    title: name.title,
    standsFor: name.standsFor,
    spans: name.spans,
    ids: name.ids,
  };
}
