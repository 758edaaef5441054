import { parseArgs } from 'node:util';
import { simulate } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    campaigns: { type: 'string', default: '2000' },
  },
});

const startedAt = performance.now();
const sums = { worlds: 0, campaigns: 0, requests: 0, crashes: 0, steps: 0 };
for (let seed = Number(values.seed); sums.campaigns < Number(values.campaigns); seed += 1) {
  const result = await simulate(seed);
  sums.worlds += 1;
  sums.campaigns += result.campaigns;
  sums.requests += result.requests;
  sums.crashes += result.crashes;
  sums.steps += result.steps;
}
const seconds = (performance.now() - startedAt) / 1_000;
console.log(`${JSON.stringify(sums)} in ${seconds.toFixed(1)} s`);
