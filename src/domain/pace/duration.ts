import { CampaignError } from '../campaign-error.ts';

const units = [
  { short: 'd', word: 'day', seconds: 86_400, names: /^(d|days?|tage?n?|jours?|dias?|giorn[oi]|dag(en)?)$/ },
  { short: 'h', word: 'hour', seconds: 3600, names: /^(h|hrs?|hours?|std|stunden?|heures?|horas?|or[ae]|uur|uren)$/ },
  { short: 'm', word: 'minute', seconds: 60, names: /^(m|mn|mins?|minut(e[ns]?|os?|i)|minuut)$/ },
  { short: 's', word: 'second', seconds: 1, names: /^(s|secs?|sek|second(e[ns]?|s|o|i)?|sekunden?|segundos?)$/ },
];
const longestSeconds = 7 * 86_400;
const longestText = 60;

/**
 * Seconds in "30s", "5 minutes", "every 5 min", "1h30m", "1.5 hours", "1,5 h", "half an hour", "5 Minuten": whole ones,
 * from one to seven days. A number without a unit is refused, since nobody knows what it counts.
 */
export function readDuration(text: string): number {
  const said = text.length > longestText ? '' : spelled(text);
  const { seconds, rest } = sumOf(said);
  if (/^\d{1,7}(?:[.,]\d{1,2})?$/.test(rest)) throw withoutUnit(said, rest);
  if (rest !== '' || seconds === undefined) {
    throw badInterval(`“${text.trim().slice(0, 40)}” is not a length of time. Write for example 30s, 5m, 1h30m or 2d.`);
  }
  if (!Number.isInteger(seconds)) throw badInterval('Write whole seconds, for example 30s or 90s.');
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

const numberWords: Readonly<Record<string, string>> = Object.fromEntries(
  ['a an one ein eine einer einen un une una een', 'two zwei', 'three drei', 'four vier', 'five funf', 'six sechs']
    .concat(['seven sieben', 'eight acht', 'nine neun', 'ten zehn', 'eleven elf', 'twelve zwolf'])
    .flatMap((words, index) => words.split(' ').map((word) => [word, String(index + 1)])),
);

/** The same in lower case, with digits for number words, a decimal for "half", and no "every". */
function spelled(text: string): string {
  return text
    .replace(/(\d{0,9}) ?½/g, (_, whole) => ` ${whole || 0}.5 `)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:every|each|alle|jede[nrs]?|cada|toutes les|tous les|ogni|elke|om de) /, '')
    .replace(/[a-z]+/g, (word) => numberWords[word] ?? word)
    .replace(/^(?:1 )?(?:half(?: 1)?|halbe|halve|media|demi)[ -]/, '0.5 ')
    .replace(/^(\d{1,3}) and (?:1 )?half /, '$1.5 ')
    .replace(/^(\d{1,3}) ?([a-z]{1,10}) and (?:1 )?half$/, '$1.5 $2')
    .replace(/^[a-z]{3,}$/, '1 $&');
}

const part = /^(\d{1,7}(?:[.,]\d{1,2})?)[ -]?([a-z]{1,10})\.?,? ?(?:(?:and|und|y|et|e|en) )?/;

/** The sum of the parts, and the rest of the text from an unknown unit or one not smaller than the one before. */
function sumOf(said: string): { seconds?: number; rest: string } {
  let seconds = 0;
  let smallest = -1;
  let rest = said;
  for (let found = part.exec(rest); found; found = part.exec(rest)) {
    const [all, count = '', name = ''] = found;
    const index = units.findIndex((unit) => unit.names.test(name));
    if (index <= smallest) return { rest };
    smallest = index;
    // In floating point 1.1 hours are slightly more than 3960 seconds.
    seconds += Number((Number(count.replace(',', '.')) * units[index]!.seconds).toFixed(3));
    rest = rest.slice(all.length);
  }
  return smallest === -1 ? { rest } : { seconds, rest };
}

function withoutUnit(said: string, count: string): CampaignError {
  const [larger, smaller] = /[.,]/.test(count) ? ['h', 'm'] : ['m', 's'];
  return badInterval(`${count} what? Write ${said}${larger} or ${said}${smaller}.`);
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
