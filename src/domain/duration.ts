import { CampaignError } from './campaign-error.ts';

const units = [
  { short: 'd', word: 'day', seconds: 86_400, names: /^(d|days?)$/ },
  { short: 'h', word: 'hour', seconds: 3600, names: /^(h|hrs?|hours?)$/ },
  { short: 'm', word: 'minute', seconds: 60, names: /^(m|mins?|minutes?)$/ },
  { short: 's', word: 'second', seconds: 1, names: /^(s|secs?|seconds?|)$/ },
];
const longestSeconds = 7 * 86_400;

/** Seconds in "30s", "5m", "1h30m", "2 days"; a plain number is seconds. From one second to seven days. */
export function readDuration(text: string): number {
  const said = text.normalize('NFKC').trim().toLowerCase();
  const parts = [...said.matchAll(/(\d+)\s*([a-z]*)[\s,]*/g)];
  const isWhole = said.length <= 60 && parts.length > 0 && parts.map(([part]) => part).join('') === said;
  const seconds = isWhole ? sumOf(parts) : undefined;
  if (seconds === undefined) {
    throw badInterval(`“${said.slice(0, 40)}” is not a length of time. Write for example 30s, 5m, 1h30m or 2d.`);
  }
  if (seconds < 1) throw badInterval('The shortest interval is 1 second. Write for example 30s or 5m.');
  if (seconds > longestSeconds) throw badInterval('The longest interval is 7 days. Write for example 12h or 2d.');
  return seconds;
}

/** "30s", "5m", "1h30m": what `readDuration` reads back. */
export function formatDuration(seconds: number): string {
  return inUnits(seconds)
    .map(({ count, unit }) => `${count}${unit.short}`)
    .join('');
}

/** "30 seconds", "1 hour 30 minutes". */
export function durationInWords(seconds: number): string {
  return inUnits(seconds)
    .map(({ count, unit }) => `${count} ${unit.word}${count === 1 ? '' : 's'}`)
    .join(' ');
}

/** Undefined when a unit is unknown, or not smaller than the one before it. */
function sumOf(parts: readonly RegExpExecArray[]): number | undefined {
  let seconds = 0;
  let smallest = -1;
  for (const [, count, name = ''] of parts) {
    const index = units.findIndex((unit) => unit.names.test(name));
    if (index <= smallest || (name === '' && parts.length > 1)) return undefined;
    smallest = index;
    seconds += Number(count) * (units[index]?.seconds ?? 0);
  }
  return seconds;
}

function inUnits(seconds: number) {
  let rest = Math.max(0, Math.round(seconds));
  const counted = units.map((unit) => {
    const count = Math.floor(rest / unit.seconds);
    rest -= count * unit.seconds;
    return { count, unit };
  });
  const shown = counted.filter(({ count }) => count > 0);
  return shown.length > 0 ? shown : counted.slice(-1);
}

function badInterval(sentence: string): CampaignError {
  return new CampaignError('bad_interval', sentence, 'every');
}
