import { momentBeside } from '../../../domain/moment.ts';
import type { Piece, Sentence } from '../parts/sentence.ts';

/** A text that is posted within so long needs no time of its own: Slack shows that of the post. */
const atOnceMs = 60_000;

/** The moments on one card: the first that is shown names the day and the zone, and those after it only what differs. */
export type CardClock = {
  /** " at 16:05", or nothing when that is when the card was posted. */
  cameAt(at: string): Sentence;
  moment(at: string): Piece;
};

export function createCardClock(zone: string, postedAt?: Date): CardClock {
  let named: string | undefined;
  const moment = (at: string): Piece => {
    const before = named;
    named = at;
    return before === undefined ? { at, zone } : momentBeside({ at, zone }, before);
  };
  const isAtOnce = (at: string) => postedAt && Math.abs(postedAt.getTime() - Date.parse(at)) < atOnceMs;
  return { moment, cameAt: (at) => (isAtOnce(at) ? [] : [' at ', moment(at)]) };
}
