import { parseArgs } from 'node:util';
import { tryAttacks } from './try-attacks.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, flips: { type: 'string', default: '5000' } },
});

const startedAt = performance.now();
const { broken, ...sums } = await tryAttacks(
  Number(values.seed),
  values.flips === 'all' ? Number.POSITIVE_INFINITY : Number(values.flips),
);
console.log(
  `Seed ${values.seed}: ${sums.attacks} attacks on ${sums.files} files of ${sums.bytes} bytes: ` +
    `${sums.refused} refused by name, ${sums.harmless} harmless, ${sums.paused} paused. ` +
    `${((performance.now() - startedAt) / 1_000).toFixed(1)} s.`,
);
for (const promise of broken.slice(0, 50)) console.log(`BROKEN  ${promise}`);
console.log(`${broken.length} promises broken.`);
process.exitCode = broken.length === 0 ? 0 : 1;
