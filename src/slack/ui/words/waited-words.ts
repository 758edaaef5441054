import { momentBeside } from '../../../domain/moment.ts';
import { durationInWords } from '../../../domain/pace/duration.ts';
import type { PlaceWait } from '../../../services/places/waiting-places.ts';
import { count, number } from './number-words.ts';

const [minute, hour, day] = [60, 3_600, 86_400];

/** "waiting 12 minutes", and of long times no more than anybody needs: "waiting 2 days 5 hours". */
export function waitedWords(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1_000);
  if (seconds < minute) return 'waiting less than a minute';
  const step = seconds < day ? minute : hour;
  return `waiting ${durationInWords(seconds - (seconds % step))}`;
}

/** More places than these are summed up. */
const mostPlaces = 4;

/** "Waiting: 1,204 in Florida until 15:00, 310 in France until 08:30 on 30 Nov (Europe/Berlin)." Nothing when nobody waits. */
export function waitingSentence(waits: readonly PlaceWait[], zone: string, now: Date): string | undefined {
  if (waits.length === 0) return undefined;
  const said = waits.slice(0, mostPlaces).map(({ where, people, until, isTooLate }) => {
    if (isTooLate) return `${number(people)} in ${where}, where no hour is open before its last moment`;
    const end = until ? `until ${momentBeside({ at: until, zone }, now)}` : 'until their public holidays are known';
    return `${number(people)} in ${where} ${end}`;
  });
  const rest = waits.slice(mostPlaces);
  const others = rest.reduce((sum, { people }) => sum + people, 0);
  const more = rest.length > 0 ? [`${number(others)} in ${count(rest.length, 'other place')}`] : [];
  return `Waiting: ${[...said, ...more].join(', ')} (${zone}).`;
}
