/** What the size of the next batch rests on. */
export type TeamFacts = {
  /** The most replies that may be open, and the batch size that was approved. */
  limit: number;
  batchSize: number;
  open: number;
  /** By minutes from now: replies that recent texts will have brought by then, and how many each new text will have. */
  coming: readonly { minutes: number; replies: number; perText: number }[];
  /** Replies that the people who answer now get through in an hour. */
  handledAnHour: number;
  /** Who answered or handled something in the last 30 minutes. */
  answering: number;
  /** How long a reply may wait; null: nobody said. */
  promisedSeconds: number | null;
  /** Replies are open, and nobody has handled any for an hour of sending hours. */
  isDeserted: boolean;
};

export type TeamSize = { size: number; expected: number; because: 'room' | 'no room' | 'nobody answers' };

/** What is left of a promise for what nobody foresees: somebody goes to lunch, or many answer at once. */
const promiseUsed = 0.5;
/** Of the limit likewise. */
const limitUsed = 0.6;
/** Of what people got through lately: they will not all the time. */
const speedUsed = 0.8;

/**
 * As many people as may be texted so that at no moment ahead more replies are open than the limit allows, or than the team
 * gets through in time; at most the approved batch.
 */
export function sizeOfNext(facts: TeamFacts): TeamSize {
  const expected = Math.round(facts.coming.at(-1)?.replies ?? 0);
  if (facts.isDeserted) return { size: 0, expected, because: 'nobody answers' };
  const most = mostOpen(facts);
  const room = facts.coming.map(({ minutes, replies, perText }) => {
    const handled = (facts.handledAnHour * speedUsed * minutes) / 60;
    return perText > 0 ? (most - facts.open - replies + handled) / perText : Number.POSITIVE_INFINITY;
  });
  const size = Math.max(0, Math.min(facts.batchSize, Math.floor(Math.min(...room))));
  // With nothing open and nothing to come, somebody has to be texted, or nothing would ever be learnt.
  const least = facts.open + expected === 0 ? 1 : 0;
  return { size: Math.max(size, least), expected, because: Math.max(size, least) > 0 ? 'room' : 'no room' };
}

function mostOpen({ limit, handledAnHour, promisedSeconds }: TeamFacts): number {
  const inTime =
    promisedSeconds === null || handledAnHour === 0
      ? Number.POSITIVE_INFINITY
      : (handledAnHour * promisedSeconds * promiseUsed) / 3_600;
  return Math.min(limit * limitUsed, inTime);
}
