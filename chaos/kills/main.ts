import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chaosTable } from './chaos-table.ts';
import { runChaos } from './run-chaos.ts';

const usage = 'npm run chaos -- --seed 7 --kills 200 --store file [--recipients 10000] [--places yes|no]';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    kills: { type: 'string', default: '200' },
    recipients: { type: 'string', default: '10000' },
    places: { type: 'string' },
    store: { type: 'string', default: 'file' },
  },
});
const [seed, kills, recipients] = [values.seed, values.kills, values.recipients].map(Number) as [
  number,
  number,
  number,
];
if (![seed, kills, recipients].every((number) => Number.isInteger(number) && number > 0) || values.store !== 'file') {
  console.error(`Numbers must be whole and above 0, and the store is file.\n${usage}`);
  process.exit(2);
}

/** Every second seed. */
const places = values.places ? values.places === 'yes' : seed % 2 === 0;
const tell = (sentence: string): void =>
  console.log(`${(performance.now() / 1_000).toFixed(1).padStart(7)} s  ${sentence}`);
const folder = await mkdtemp(join(tmpdir(), 'trickle-chaos-'));
console.log(`Seed ${seed}: ${kills} kills on ${recipients} recipients, in ${folder}`);
const result = await runChaos({ seed, kills, recipients, folder, places, tell });
console.log(chaosTable({ seed, kills, recipients }, result));
if (result.breaches.length === 0) await rm(folder, { recursive: true });
else console.log(`Look at oracle.ndjson, program.log and data/ in ${folder}.`);
process.exit(result.breaches.length === 0 ? 0 : 1);
