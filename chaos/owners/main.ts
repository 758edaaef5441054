import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { canMakeContainers } from './container.ts';
import { runOwners } from './run-owners.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '7' },
    takeovers: { type: 'string', default: '3' },
    recipients: { type: 'string', default: '3000' },
  },
});
const [seed, takeovers, recipients] = [values.seed, values.takeovers, values.recipients].map(Number) as [
  number,
  number,
  number,
];
if (![seed, takeovers, recipients].every((number) => Number.isInteger(number) && number > 0)) {
  console.error('Numbers must be whole and above 0: npm run chaos:owners -- --seed 7 --takeovers 3 --recipients 3000');
  process.exit(2);
}
if (!(await canMakeContainers())) {
  console.log('Skipped: this machine makes no pid and network namespaces (unshare -rpfn). The tests simulate them.');
  process.exit(0);
}

const tell = (sentence: string): void =>
  console.log(`${(performance.now() / 1_000).toFixed(1).padStart(7)} s  ${sentence}`);
const folder = await mkdtemp(join(tmpdir(), 'trickle-owners-'));
console.log(`Seed ${seed}: ${takeovers} takeovers among ${recipients} recipients, in ${folder}`);
const { breaches, doubts, ...figures } = await runOwners({ seed, takeovers, recipients, folder, tell });
console.log(
  `${JSON.stringify(figures)}; doubt at each takeover: ${doubts.join(', ') || 'none'}; breaches: ${breaches.length}`,
);
for (const { promise, sentence } of breaches.slice(0, 30)) console.log(`  ✗ ${promise}: ${sentence}`);
if (breaches.length === 0) await rm(folder, { recursive: true });
else console.log(`Look at oracle.ndjson, containers.log and data/ in ${folder}.`);
process.exit(breaches.length === 0 ? 0 : 1);
