import { durationInWords } from '../../../domain/pace/duration.ts';

const [minute, hour, day] = [60, 3_600, 86_400];

/** "waiting 12 minutes", and of long times no more than anybody needs: "waiting 2 days 5 hours". */
export function waitedWords(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1_000);
  if (seconds < minute) return 'waiting less than a minute';
  const step = seconds < day ? minute : hour;
  return `waiting ${durationInWords(seconds - (seconds % step))}`;
}
