import { readFileSync } from 'node:fs';
import { openRulesFile } from '../../../playground/open-rules.ts';
import { offsetAt } from '../../hours/oracle.ts';
import type { Random } from '../../random.ts';
import { type Home, homeOf } from '../../simulation/places/residents.ts';

/** What holds where during one run, as instants: the file says the same by the clocks of the places. */
export type PlacesPlan = {
  /** Blocked from first to last: a country, and a state. */
  blocked: { country: string; state: string };
  /** Opens during the run, until its midnight. */
  opening: { country: string; opensMs: number; closesMs: number };
  /** Closes during the run; nobody there gets a text in the last five minutes before. */
  closing: { country: string; lastMs: number; closesMs: number };
  /** Of the house: one text an hour, of all campaigns. */
  cap: { max: number; perMs: number };
};

/** Countries with one clock each, which nobody in `residents.ts` shares. */
const oneClock = [
  { country: 'FR', zone: 'Europe/Paris' },
  { country: 'GB', zone: 'Europe/London' },
  { country: 'DE', zone: 'Europe/Berlin' },
  { country: 'ZA', zone: 'Africa/Johannesburg' },
  { country: 'IN', zone: 'Asia/Calcutta' },
  { country: 'AR', zone: 'America/Buenos_Aires' },
  { country: 'BR', zone: 'America/Sao_Paulo' },
] as const;

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Of hours that the operator enters: written a second time, see `domain/rules/week-hours.ts`. */
const marginMs = 5 * minuteMs;
/**
 * Draws who is blocked, opens and closes. Nobody opens or closes near their midnight. Hours are in whole minutes: both
 * change within a minute after `soonMs` from now.
 */
export function planPlaces(random: Random, nowMs: number, soonMs: number): PlacesPlan {
  const minuteOfDay = (zone: string) => ((nowMs + offsetAt(zone, nowMs)) % dayMs) / minuteMs;
  const isFarFromMidnight = ({ zone }: { zone: string }) => minuteOfDay(zone) > 60 && minuteOfDay(zone) < 1_320;
  const [opening, closing] = random.shuffled(oneClock.filter(isFarFromMidnight));
  const [blocked] = random.shuffled(oneClock.filter((one) => one !== opening && one !== closing));
  const changeMs = Math.ceil((nowMs + soonMs) / minuteMs) * minuteMs;
  const offsetMs = offsetAt(opening!.zone, changeMs);
  return {
    blocked: { country: blocked!.country, state: 'US-TX' },
    opening: {
      country: opening!.country,
      opensMs: changeMs,
      closesMs: Math.ceil((changeMs + offsetMs) / dayMs) * dayMs - offsetMs,
    },
    closing: { country: closing!.country, lastMs: changeMs, closesMs: changeMs + marginMs },
    cap: { max: 1, perMs: 60 * minuteMs },
  };
}

/** The operator's file that says so, and HOUSE_CAPS. What is known of these places is lifted: it would depend on the day. */
export function settingsOf({ blocked, opening, closing, cap }: PlacesPlan): { file: string; caps: string } {
  const open = JSON.parse(readFileSync(openRulesFile, 'utf8')) as { overrides: Record<string, unknown>[] };
  const about = { because: 'It is wanted in this run.', by: 'Ben', from: '2020-01-01', until: '2100-01-01' };
  const block = (place: string) => ({ ...about, place, says: { kind: 'blocked', because: 'Nobody agreed there.' } });
  const hours = (country: string, from: string, to: string) => ({
    ...about,
    place: country,
    says: { kind: 'hours', windows: `Mon-Sun ${from}-${to}` },
  });
  // The messages are the same for everybody, so what places want of them is no concern here.
  const lifted = ['*/opt_out_text', '*/sender_named', '*/sender'];
  const file = {
    overrides: [
      ...open.overrides.filter((one) => one['instead of'] !== '*/cap'),
      ...lifted.map((target) => ({ ...about, 'instead of': target, says: 'nothing' })),
    ],
    rules: [
      block(blocked.country),
      block(blocked.state),
      hours(opening.country, wallTime(opening.country, opening.opensMs), '24:00'),
      hours(closing.country, '00:00', wallTime(closing.country, closing.closesMs)),
    ],
  };
  return { file: JSON.stringify(file, null, 2), caps: `${cap.max}/${cap.perMs / 3_600_000}h` };
}

function wallTime(country: string, ms: number): string {
  const { zone } = oneClock.find((one) => one.country === country)!;
  return new Date(ms + offsetAt(zone, ms)).toISOString().slice(11, 16);
}

/** The strictest of where somebody may be: of the state of a number that may be anywhere in the US, any may hold. */
export function fateOf(plan: PlacesPlan, number: string): 'blocked' | 'opening' | 'closing' | 'open' {
  const { countries, states, isStateUnknown }: Home = homeOf(number);
  const { country, state } = plan.blocked;
  if (countries.includes(country) || states.includes(state) || isStateUnknown) return 'blocked';
  if (countries.includes(plan.opening.country)) return 'opening';
  return countries.includes(plan.closing.country) ? 'closing' : 'open';
}

/** May nobody there be texted at that instant? */
export function isShut(plan: PlacesPlan, number: string, ms: number): boolean {
  const fate = fateOf(plan, number);
  if (fate === 'opening') return ms < plan.opening.opensMs || ms >= plan.opening.closesMs;
  return fate === 'blocked' || (fate === 'closing' && ms >= plan.closing.lastMs);
}
