import type { Answering } from '../../src/domain/answering/answering.ts';
import { readAnswering } from '../../src/domain/answering/answering-texts.ts';
import type { Canary } from '../../src/domain/pace/canary.ts';
import { networkNumber } from '../kills/spellings.ts';
import type { Random } from '../random.ts';
import { type CampaignEntry, templateOf, type Version } from './ledger.ts';
import { homeOf } from './places/residents.ts';
import type { Program } from './program.ts';
import { fastSender, type SimulatedWorld, slowSender } from './simulated-world.ts';

const hours = [
  null,
  null,
  null,
  { from: '09:00', to: '20:00' },
  { from: '21:00', to: '03:00' },
  { from: '12:00', to: '13:30' },
];
const names = ['Ada', 'Grace', 'Zoë', '', ' ', 'Ken'];

/** What a campaign must be like; the rest is left to chance. */
export type Shape = {
  size?: number;
  batchSize?: number;
  everySeconds?: number;
  isPlain?: boolean;
  isThankful?: boolean;
};

/** So many of the numbers are on most lists; the others are only on long ones. */
export const usualNumbers = 64;

export function newVersion(random: Random, entry: CampaignEntry, { numbers, shape, places, wall }: Form): Version {
  const ofCanary = random.fork(`canary ${entry.versions.length}`);
  const canary = shape.isPlain || !ofCanary.chance(0.25) ? null : ofCanary.pick([1, 4, 12, 40]);
  const goesOnAlone = canary !== null && ofCanary.chance(0.5);
  // A test needs some dozens of texts before it says anything.
  const isLong = goesOnAlone && ofCanary.chance(0.5);
  const size = shape.size ?? (isLong ? numbers.length : random.int(5, Math.min(60, numbers.length)));
  const from = random.int(0, (isLong ? numbers.length : Math.min(usualNumbers, numbers.length)) - size);
  const version: Version = {
    word: `${entry.origin} v${entry.versions.length + 1}`,
    rows: new Map(numbers.slice(from, from + size).map((number) => [number, random.pick(names)])),
    sender: random.pick([slowSender, fastSender]),
    hours: null,
    batchSize: shape.batchSize ?? random.pick([1, 3, 10, 20, 60]),
    everySeconds: shape.everySeconds ?? random.pick([1, 5, 30, 120]),
    holdAbove: null,
    thanks: null,
    answerWithinMinutes: 60,
    canary,
    goesOnAlone,
    notAfterMs: null,
  };
  const ofEnd = random.fork(`not after ${entry.versions.length}`);
  if (places.name !== 'open' && ofEnd.chance(0.4)) version.notAfterMs = lastMoment(wall(), ofEnd);
  if (shape.isThankful) version.thanks = `Thank you for ${version.word}.`;
  if (!shape.isPlain) {
    if (random.chance(0.4)) version.thanks = `Thank you for ${version.word}.`;
    version.answerWithinMinutes = random.pick([15, 60, 60, 120]);
  }
  entry.versions.push(version);
  return version;
}

export type Form = { numbers: readonly string[]; shape: Shape } & Pick<SimulatedWorld, 'places'> & {
    wall: () => Date;
  };

/** At a whole second, as the window has it. */
function lastMoment(now: Date, random: Random): number {
  return Math.ceil(now.getTime() / 1_000 + random.spread(4 * 3_600, 8 * 86_400)) * 1_000;
}

export function formOf(
  version: Version,
  random: Random,
  { isPlain }: Shape,
): Parameters<Program['campaigns']['read']>[0] {
  const window = isPlain ? null : random.pick(hours);
  return {
    name: version.word,
    sender: version.sender,
    message: templateOf(version),
    batchSize: String(version.batchSize),
    every: `${version.everySeconds}s`,
    start: '',
    hours: window ? `${window.from}-${window.to}` : 'any time',
    hold: isPlain ? '' : random.pick(['', '0', '2', '10']),
    channel: isPlain || random.fork('channel').chance(0.75) ? 'C0REUNION' : 'C0SUMMER',
  };
}

/** What is foreseen for the answers. */
export function answeringOf({ thanks, answerWithinMinutes }: Version): Answering {
  return readAnswering({
    expected: thanks === null ? '' : `Comes: yes, ja => ${thanks}`,
    canned: 'Hall: We meet in hall 3.',
    outcomes: '',
    showColumns: '',
    answerWithin: `${answerWithinMinutes}m`,
  });
}

/** On whom it is tried first; undefined: on nobody, also if it was before. */
export function canaryOf({ canary, goesOnAlone }: Version): Canary | undefined {
  return canary === null ? undefined : { first: canary, ...(goesOnAlone && { goOn: 'alone' as const }) };
}

/** A list as people have it: some people twice, also under another spelling, and some lines that are no numbers. */
export function csvOf({ rows }: Version, random: Random, { places }: Pick<Form, 'places'>): string {
  const hasStates = places.name !== 'open';
  const lines = [`number,first_name${hasStates ? ',state' : ''}`];
  for (const [number, name] of rows) {
    const state = hasStates ? `,${homeOf(number).says}` : '';
    lines.push(`${number},"${name}"${state}`);
    if (random.chance(0.05)) lines.push(`${number},"Twice"${state}`, 'none,"No number"');
    if (random.chance(0.05)) lines.push(`${networkNumber(number)},"Twice"${state}`);
  }
  return lines.join('\n');
}
