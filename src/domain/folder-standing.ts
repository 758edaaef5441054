import { z } from 'zod';
import { type ChannelId, Instant, UserId } from './ids.ts';

/** One time that the folder was opened; `from` is the first change after it. */
export const Opening = z.object({ epoch: z.int().min(1), id: z.string().regex(/^[0-9a-f]{8}$/), at: Instant });
export type Opening = z.infer<typeof Opening>;

/** What an admin has to answer: the folder was empty, or lacks changes known outside, or the outside cannot be read. */
export const FolderQuestion = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('new'), at: Instant }),
  z.object({
    kind: z.literal('older'),
    at: Instant,
    /** Roughly until when the folder knows what happened; null: it does not tell. */
    knownUntil: Instant.nullable(),
    /** The newest moment that something outside tells of. */
    lostUntil: Instant,
    /** Changes that were written and are missing here, as far as is known. */
    missing: z.int().min(0),
    epoch: z.int().min(1),
  }),
  z.object({ kind: z.literal('unknown'), at: Instant, knownUntil: Instant.nullable() }),
]);
export type FolderQuestion = z.infer<typeof FolderQuestion>;

export const FolderAnswer = z.object({ to: z.enum(['new', 'older', 'unknown']), by: UserId, at: Instant });
export type FolderAnswer = z.infer<typeof FolderAnswer>;

/** What the store remembers of its own folder. */
export const FolderKnowledge = z.object({
  /** The newest ones, each with the first change made after it. */
  openings: z.array(Opening.extend({ from: z.int().min(1) })),
  question: FolderQuestion.nullable(),
  answers: z.array(FolderAnswer),
});
export type FolderKnowledge = z.infer<typeof FolderKnowledge>;

/** A record of a folder that is kept outside of it: how far it had got, and when. */
export const FolderMark = z.object({
  storeId: z.string(),
  epoch: z.int().min(1),
  opening: z.string(),
  height: z.int().min(0),
  at: Instant,
});
export type FolderMark = z.infer<typeof FolderMark>;

/** Where our posts tell how far the folder had got: one post, or the newest ones of a channel (null). */
export type FolderWitness = { channel: ChannelId; post: string | null };

/** What is said there; `refused`: we may not look. */
export type Testimony = readonly FolderMark[] | 'refused';

/** `other`: it speaks of another store. */
export type MarkVerdict = { kind: 'sound' } | { kind: 'other' } | { kind: 'older'; missing: number };

/** Older openings are forgotten: what was said of them has long been true. */
const mostOpenings = 500;

/** What is known of a folder that has never been opened. */
export function unknownFolder(): FolderKnowledge {
  return { openings: [], question: null, answers: [] };
}

/** The folder's knowledge after one more opening, of which at most `mostOpenings` are kept. */
export function withOpening(known: FolderKnowledge, opening: Opening, from: number): FolderKnowledge {
  return { ...known, openings: [...known.openings, { ...opening, from }].slice(-mostOpenings) };
}

/**
 * Does this folder contain all that the mark tells of? Not if it was opened in between in a way unknown here, or went
 * further in that opening than here: two copies that went on from one backup differ in the opening.
 */
export function compareMark(
  { openings }: Pick<FolderKnowledge, 'openings'>,
  own: Pick<FolderMark, 'storeId' | 'height'>,
  mark: FolderMark,
): MarkVerdict {
  if (mark.storeId !== own.storeId) return { kind: 'other' };
  const first = openings[0]?.epoch ?? 1;
  if (mark.epoch < first) return { kind: 'sound' };
  const at = openings.findIndex(({ epoch }) => epoch === mark.epoch);
  const known = openings[at];
  const isSame = known?.id === mark.opening;
  const reached = isSame ? (openings[at + 1]?.from ?? own.height + 1) - 1 : own.height;
  if (isSame && mark.height <= reached) return { kind: 'sound' };
  return { kind: 'older', missing: Math.max(0, mark.height - reached) };
}

/** The newest mark that tells of something this folder lacks, and the least number of changes missing. */
export function newestMissed(
  marks: readonly FolderMark[],
  compare: (mark: FolderMark) => MarkVerdict,
): { mark: FolderMark; missing: number } | undefined {
  let newest: { mark: FolderMark; missing: number } | undefined;
  for (const mark of marks) {
    const verdict = compare(mark);
    if (verdict.kind !== 'older') continue;
    if (!newest || Date.parse(mark.at) > Date.parse(newest.mark.at)) newest = { mark, missing: verdict.missing };
  }
  return newest;
}
