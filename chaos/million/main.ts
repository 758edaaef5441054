import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Way } from './hand-in.ts';
import { mostPeople } from './people.ts';
import { type MillionRun, runMillion, seconds } from './run-million.ts';

const usage = 'npm run chaos:million -- [--seed 7] [--people 1000000] [--way slack|http|both]';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    people: { type: 'string', default: String(mostPeople) },
    way: { type: 'string', default: 'both' },
  },
});
const [seed, people] = [Number(values.seed), Number(values.people)];
const ways = (['slack', 'http'] as const).filter((way) => values.way === way || values.way === 'both');
const isMeant = [seed, people].every((number) => Number.isInteger(number) && number > 0) && people >= 1_000;
if (!isMeant || people > mostPeople || ways.length === 0) {
  console.error(`Numbers must be whole, and people from 1,000 to ${mostPeople.toLocaleString('en-US')}.\n${usage}`);
  process.exit(2);
}

let isBroken = false;
for (const way of ways) {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-million-'));
  console.log(`Seed ${seed}: ${people} people by ${way}, in ${folder}`);
  const run = await runMillion(way, { people, seed, folder, tell });
  print(way, run);
  if (run.breaches.length === 0) await rm(folder, { recursive: true });
  else console.log(`Look at data/ in ${folder}.`);
  isBroken ||= run.breaches.length > 0;
}
process.exit(isBroken ? 1 : 0);

function tell(sentence: string): void {
  console.log(`${(performance.now() / 1_000).toFixed(1).padStart(7)} s  ${sentence}`);
}

function print(way: Way, run: MillionRun): void {
  const rows: [string, string | number][] = [
    ['handed in by', way],
    ['the import that was killed', run.import.cut],
    ['campaigns it left behind', run.leftBehind],
    ['imported in', seconds(run.import.ms)],
    ['approved → first message', seconds(run.firstMs)],
    ['kills while sending, at texts', run.killedAt.join(', ')],
    ['restart took', run.restartMs.map(seconds).join(', ')],
    ['resumed by a person', run.resumed],
    ['texts', run.texts],
    ['people texted', run.texted],
    ['in doubt, and not texted', run.inDoubt],
    ['left out', run.leftOut],
    ['sum of these three', run.texted + run.inDoubt + run.leftOut],
    ['in doubt, and texted', run.doubtedButTexted],
    ['twice', run.twice],
    ['missing', run.missing],
    ['memory peak', `${Math.round(run.peakBytes / 1e6)} MB`],
  ];
  console.log(rows.map(([name, value]) => `${name.padEnd(32)}${value}`).join('\n'));
  console.log(run.breaches.length === 0 ? 'No breach.' : `Breaches:\n${run.breaches.join('\n')}`);
}
