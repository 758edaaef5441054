import { z } from 'zod';
import { CampaignId, Instant, PhoneNumber, UserId } from '../ids.ts';

/**
 * A number that is never texted. `opted_out`: the person said so, or somebody entered it for them. `held`: the text
 * might have been an opt-out; nothing leaves until a person in the channel decides.
 */
export const Suppression = z.object({
  number: PhoneNumber,
  kind: z.enum(['opted_out', 'held']),
  at: Instant,
  /** Of a hold: when it began by our own clock; older records have none. */
  heldAt: Instant.optional(),
  /** Nobody knows when it was said: `at` is when it was entered. */
  undated: z.literal(true).optional(),
  /** Where it came from: `sms`, `carrier`, `undecided`, the user id of who entered it, or `import: <file>`: see `importedFrom`. */
  source: z.string(),
  /** The person who agreed to be texted does not have the number any more, or never had it. */
  because: z.literal('reassigned').optional(),
  /** What was said elsewhere, as a member heard it. */
  words: z.object({ said: z.string(), by: UserId, at: Instant }).optional(),
  /** For the carrier's word: the campaign of the message concerned; older records have none. */
  campaignId: CampaignId.optional(),
  /** The newest word that opted them out once more; older records have none. */
  again: z.object({ at: Instant, source: z.string() }).optional(),
});
export type Suppression = z.infer<typeof Suppression>;

/** The `source` of a hold on which nobody decided in time. */
export const undecided = 'undecided';

const longestSource = 200;

/** How a suppression names the file it came from, and what a row of it says of its own source. */
export function importedFrom(file: string, own = ''): string {
  return `${importMark}${file}${own === '' ? '' : ` (${own})`}`.slice(0, longestSource).toWellFormed();
}

/** "stops.csv (36105)"; undefined: it came from no file. */
export function importedWith(source: string): string | undefined {
  return source.startsWith(importMark) ? source.slice(importMark.length) : undefined;
}

const importMark = 'import: ';

/** One record from two of the same kind: the older word stays, with the moment of the newest. */
export function withOlderWord(known: Suppression, older: Suppression): Suppression {
  const { campaignId, again, because, words } = known;
  const last = again && Date.parse(again.at) > Date.parse(known.at) ? again : known;
  return {
    ...older,
    ...(campaignId && { campaignId }),
    ...((because ?? older.because) && { because: 'reassigned' as const }),
    ...((words ?? older.words) && { words: words ?? older.words }),
    again: { at: last.at, source: last.source },
  };
}
