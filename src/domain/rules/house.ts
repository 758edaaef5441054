import { hasCalendar } from './holidays/calendar.ts';
import { isCountry } from './places.ts';
import type { Rule, Says, WeekHours } from './rule.ts';
import { readWeek, UnclearHours } from './week-text.ts';

/** Of one country, or of all that are not named: the usual hours, others, or none for a reason. */
export type HouseWish =
  | { kind: 'usual' }
  | { kind: 'own'; windows: readonly WeekHours[] }
  | { kind: 'off'; because: string };

/** What the operator set, by country; `*` is every country that is not named. */
export type HouseHours = Readonly<Record<string, HouseWish>>;

/** How many texts one person gets from us in a rolling time, by our own choice; or no such caps, for a reason. */
export type HouseCaps =
  | { kind: 'caps'; caps: readonly { max: number; perHours: number }[] }
  | { kind: 'off'; because: string };

export type House = { hours: HouseHours; caps: HouseCaps };

/** A setting of the house that cannot be read: sentences that say what is wrong with it, and the fix. */
export class UnclearHouse extends Error {}

const hoursExample = 'Write for example “on”, or “FR off because <reason>; US Mon-Fri 10:00-18:00”.';
const capsExample = 'Write for example “1/24h, 3/7d”, or “off because <reason>”.';

/** Reads HOUSE_HOURS: "on", "FR off because we are told by telephone; US Mon-Fri 10:00-18:00". Throws UnclearHouse. */
export function readHouseHours(text: string): HouseHours {
  const problems: string[] = [];
  const wishes: Record<string, HouseWish> = {};
  for (const part of text.split(';').map((part) => part.trim())) {
    if (!part) continue;
    const [, country = '*', said = ''] = part.match(/^(?:([A-Za-z]{2}) (?!because\b))?(.*)$/s)!;
    const place = country.toUpperCase();
    const problem = problemOf(place, wishes) ?? addWish(wishes, place, said);
    if (problem) problems.push(problem);
  }
  if (problems.length > 0) throw new UnclearHouse([...problems, hoursExample].join(' '));
  return wishes;
}

function problemOf(place: string, wishes: HouseHours): string | undefined {
  if (place !== '*' && !isCountry(place)) return `“${place}” is not a country’s code.`;
  if (wishes[place]) return place === '*' ? 'What holds everywhere is said twice.' : `“${place}” is named twice.`;
  return undefined;
}

/** Adds what was said to the wishes, or answers what is wrong with it. */
function addWish(wishes: Record<string, HouseWish>, place: string, said: string): string | undefined {
  const off = readOff(said);
  if (said.toLowerCase() === 'on') wishes[place] = { kind: 'usual' };
  else if (off) wishes[place] = { kind: 'off', because: off };
  else if (off === '') return `“${said}” gives no reason: write “off because” and why.`;
  else {
    try {
      wishes[place] = { kind: 'own', windows: readWeek(said) };
    } catch (error) {
      if (error instanceof UnclearHours) return error.message;
      throw error;
    }
  }
  return undefined;
}

/** The reason of an "off because …": empty where it gives none, undefined where it is no off. */
function readOff(text: string): string | undefined {
  const [, rest] = text.match(/^off\b(.*)$/is) ?? [];
  return rest === undefined ? undefined : (rest.match(/^ because (.*\w.*)$/is)?.[1]?.trim() ?? '');
}

/** Reads HOUSE_CAPS: "1/24h, 3/7d", "off because this is a test system". Throws UnclearHouse. */
export function readHouseCaps(text: string): HouseCaps {
  const off = readOff(text.trim());
  if (off) return { kind: 'off', because: off };
  if (off === '') throw new UnclearHouse(`“${text.trim()}” gives no reason. ${capsExample}`);
  return { kind: 'caps', caps: text.split(',').map((part) => readCap(part.trim())) };
}

function readCap(text: string): { max: number; perHours: number } {
  const [, max, times, unit] = text.match(/^(\d{1,4}) ?\/ ?(\d{1,3}) ?([hd])$/i) ?? [];
  if (!Number(max) || !Number(times)) throw new UnclearHouse(`“${text}” is not a cap. ${capsExample}`);
  return { max: Number(max), perHours: Number(times) * (unit!.toLowerCase() === 'd' ? 24 : 1) };
}

const usualHours = readWeek('Mon-Sat 08:00-20:00');
const usualInAmerica = readWeek('Mon-Sat 09:00-20:00, Sun 12:00-20:00');

/** The rules of the house itself: its hours in each of these countries, and its caps everywhere. */
export function houseRules(house: House, countries: readonly string[]): Rule[] {
  return [...countries.map((country) => hoursIn(country, house.hours)), ...capRules(house.caps)];
}

function hoursIn(country: string, hours: HouseHours): Rule {
  const wish = hours[country] ?? hours['*'] ?? { kind: 'usual' };
  if (wish.kind === 'off') {
    const text = `The hours of the house do not apply here: ${sentence(wish.because)}`;
    return houseRule(country, 1, { kind: 'note', text }, 'HOUSE_HOURS');
  }
  const usual = country === 'US' ? usualInAmerica : usualHours;
  const windows = [...(wish.kind === 'own' ? wish.windows : usual)];
  const set = country === 'US' ? 'US-federal' : country;
  if (hasCalendar(set)) return houseRule(country, 1, { kind: 'hours', windows, closedOn: [set] }, 'HOUSE_HOURS');
  const doubt = 'The public holidays of this country are not known to the program: they count as other days.';
  return { ...houseRule(country, 1, { kind: 'hours', windows }, 'HOUSE_HOURS'), doubt };
}

function capRules(caps: HouseCaps): Rule[] {
  if (caps.kind === 'caps') {
    return caps.caps.map((cap, at) => houseRule('*', at + 1, { kind: 'cap', ...cap }, 'HOUSE_CAPS'));
  }
  const text = `The caps of the house do not apply: ${sentence(caps.because)}`;
  return [houseRule('*', 1, { kind: 'note', text }, 'HOUSE_CAPS')];
}

function sentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}

/** A choice of ours, not of any law: it holds for every text. */
function houseRule(place: string, number: number, says: Says, setting: string): Rule {
  return {
    id: `house/${place}/${says.kind}/${number}`,
    place,
    appliesTo: 'all',
    says,
    basis: 'house',
    surety: 'sure',
    source: { title: `The house’s own choice, by the setting ${setting}`, readOn: '2026-11-20' },
  };
}
