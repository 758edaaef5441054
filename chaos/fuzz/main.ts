import { parseArgs } from 'node:util';
import {
  type Round,
  throwBodies,
  throwForgedCommands,
  throwForgedWebhooks,
  throwNonsense,
} from '../../test/support/hostile/rounds.ts';
import { startTarget, type Target } from '../../test/support/hostile/target.ts';

/**
 * `npm run chaos:fuzz -- --seed 7 --runs 50000`: throws that many signed bodies, and a fifth as many forged webhooks and
 * forged commands, at the real program in its own process. Ends with 1 when anything was taken, changed or broken.
 */
const { values } = parseArgs({ options: { seed: { type: 'string' }, runs: { type: 'string', default: '50000' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const runs = Number(values.runs);
const forgeries = Math.ceil(runs / 5);

const target = await startTarget('http');
let failures = 0;
console.log(`Seed ${seed}. Memory at the start: ${await megabytes(target)} MB.\n`);

await report('nonsense, signed', () => throwNonsense(target, { seed, runs: forgeries }), 'leaves no trace');
await report('forged webhooks', () => throwForgedWebhooks(target, { seed, runs: forgeries }), 'leaves no trace');
await report('forged commands', () => throwForgedCommands(target, { seed, runs: forgeries }), 'leaves no trace');
await report('any body, signed', () => throwBodies(target, { seed, runs }), 'may make sense');

const errors = target.errors();
if (errors.length > 0) {
  failures += 1;
  console.log(`The program logged ${errors.length} errors. The first: ${errors[0]}`);
}
await target.close();
const { code } = await target.program.ended;
if (code !== 0) failures += 1;
console.log(`\nThe program ended with ${code}. ${failures === 0 ? 'Nothing broke.' : `${failures} rounds failed.`}`);
process.exitCode = failures === 0 ? 0 : 1;

async function report(what: string, round: () => Promise<Round>, trace: 'leaves no trace' | 'may make sense') {
  const before = await target.stored();
  const startedMs = performance.now();
  const { sent, answers, wrong } = await round();
  const seconds = (performance.now() - startedMs) / 1_000;
  const isChanged = trace === 'leaves no trace' && (await target.stored()) !== before;
  if (wrong.length > 0 || isChanged) failures += 1;
  const said = Object.entries(answers).map(([answer, count]) => `${count} x ${answer}`);
  console.log(
    `${what.padEnd(18)} ${String(sent).padStart(7)} in ${seconds.toFixed(1)} s: ${said.join(', ')}; ${wrong.length} wrong, ${isChanged ? 'STATE CHANGED' : 'state as it should be'}, ${await megabytes(target)} MB`,
  );
  for (const one of wrong) console.log(`  ${one.slice(0, 200)}`);
}

async function megabytes({ memoryBytes }: Target): Promise<number> {
  return Math.round((await memoryBytes()) / 1_048_576);
}
