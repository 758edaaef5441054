import { parseArgs } from 'node:util';
import {
  type Round,
  throwBodies,
  throwForgedCommands,
  throwForgedWebhooks,
  throwNonsense,
} from '../../test/support/hostile/rounds.ts';
import { slowBodies, slowHeads } from '../../test/support/hostile/slow-requests.ts';
import { startTarget, type Target } from '../../test/support/hostile/target.ts';
import { raceOptOuts } from '../../test/support/opt-out-races.ts';
import { loseAnswers, startSlackDown } from '../../test/support/slack-down.ts';

/**
 * `npm run chaos:fuzz -- --seed 7 --runs 50000`: throws that many signed bodies, and a fifth as many senseless ones,
 * forged webhooks and forged commands, at the real program in its own process; then lets a fifth as many people opt out
 * while they are texted, and loses every tenth answer of Slack. Ends with 1 when anything was taken, changed or broken.
 */
const { values } = parseArgs({ options: { seed: { type: 'string' }, runs: { type: 'string', default: '50000' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const runs = Number(values.runs);
const fewer = Math.ceil(runs / 5);
const failures: string[] = [];

console.log(`Seed ${seed}.\n`);
await throwEverything();
await race();
await loseEveryTenthAnswer();
console.log(failures.length === 0 ? '\nNothing broke.' : `\nFailed: ${failures.join(', ')}.`);
process.exitCode = failures.length === 0 ? 0 : 1;

async function throwEverything(): Promise<void> {
  const target = await startTarget('http');
  console.log(`The program runs, in ${await megabytes(target)} MB.`);
  await report(target, 'senseless, signed', () => throwNonsense(target, { seed, runs: fewer }));
  await report(target, 'forged webhooks', () => throwForgedWebhooks(target, { seed, runs: fewer }));
  await report(target, 'forged commands', () => throwForgedCommands(target, { seed, runs: fewer }));
  await report(target, 'any body, signed', () => throwBodies(target, { seed, runs }), { mayMakeSense: true });

  const ends = await Promise.all([slowHeads(target.url), slowBodies(target.url)]);
  const slowest = Math.max(...ends.flat().map(({ ms }) => ms)) / 1_000;
  console.log(`${ends.flat().length} slow requests were cut, the last after ${slowest.toFixed(1)} s.`);
  if (slowest > 20) failures.push('slow requests');

  const errors = target.errors();
  await target.close();
  const { code } = await target.program.ended;
  console.log(`The program logged ${errors.length} errors and ended with ${code}.`);
  if (errors.length > 0) failures.push(`errors, such as ${errors[0]}`);
  if (code !== 0) failures.push(`the program's end with ${code}`);
}

async function report(target: Target, what: string, round: () => Promise<Round>, { mayMakeSense = false } = {}) {
  const before = await target.stored();
  const startedMs = performance.now();
  const { sent, answers, wrong } = await round();
  const seconds = ((performance.now() - startedMs) / 1_000).toFixed(1);
  const isChanged = !mayMakeSense && (await target.stored()) !== before;
  if (wrong.length > 0 || isChanged) failures.push(what);

  const said = Object.entries(answers).map(([answer, count]) => `${count} x ${answer}`);
  const trace = mayMakeSense ? '' : isChanged ? ', THE STORE WAS CHANGED' : ', the store is unchanged';
  console.log(
    `${what.padEnd(18)}${String(sent).padStart(8)} in ${seconds} s: ${said.join(', ')}; ${wrong.length} wrong${trace}; ${await megabytes(target)} MB`,
  );
  for (const one of wrong) console.log(`  ${one.slice(0, 200)}`);
}

async function race(): Promise<void> {
  let [races, sent, next] = [0, 0, seed];
  const breaches: string[] = [];
  while (races < fewer) {
    const raced = await raceOptOuts(next);
    races += raced.races;
    sent += raced.sent;
    next += 1;
    breaches.push(...raced.breaches, ...raced.wrongEnds);
  }
  console.log(`opt-out races     ${String(races).padStart(8)} among ${sent} messages: ${breaches.length} breaches`);
  if (breaches.length > 0) failures.push(`opt-outs, such as ${breaches[0]}`);
}

async function loseEveryTenthAnswer(): Promise<void> {
  const replies = Math.ceil(runs / 50);
  const down = await startSlackDown({ people: replies, batchSize: replies, everySeconds: 1 });
  const { lost, doubled } = await loseAnswers(down, seed, replies);
  await down.close();
  console.log(
    `replies to Slack  ${String(replies).padStart(8)}, one answer in ten lost: ${lost} lost, ${doubled} doubled`,
  );
  if (lost > 0 || doubled > replies / 1_000) failures.push('replies');
}

async function megabytes({ memoryBytes }: Target): Promise<number> {
  return Math.round((await memoryBytes()) / 1_048_576);
}
