import { CampaignError } from '../campaign-error.ts';
import type { Instant } from '../ids.ts';

export const notAfterLabel = 'Not after';

/** The moment from which nobody gets the campaign any more, from Unix seconds; undefined: it has none. */
export function readNotAfter(text: string, now: Date): Instant | undefined {
  if (text.trim() === '') return undefined;
  const at = new Date(Number(text) * 1000);
  if (Number.isNaN(at.getTime())) throw badMoment('Pick a date and time, or leave it empty.');
  if (at <= now) throw badMoment('That time is over, so nobody would get it. Pick a later one, or leave it empty.');
  return at.toISOString();
}

/** Throws a CampaignError under the form's Start when the campaign would end before it begins. */
export function refuseEarlyEnd({
  startAt,
  notAfter,
}: {
  startAt: Instant | null;
  notAfter?: Instant | undefined;
}): void {
  if (startAt === null || notAfter === undefined || startAt < notAfter) return;
  const sentence = `It starts after its last moment (${notAfterLabel}, More settings). Move one of the two.`;
  throw new CampaignError('ends_before_start', sentence, 'start');
}

function badMoment(sentence: string): CampaignError {
  return new CampaignError('bad_not_after', sentence, 'notAfter');
}
