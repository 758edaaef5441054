import { bugs } from './bugs.ts';
import { type Trial, tryBug, tryNoBug } from './try-bug.ts';

const wanted = process.argv[2]?.toLowerCase() ?? '';
const chosen = bugs.filter(({ name }) => name.toLowerCase().includes(wanted));
if (chosen.length === 0) {
  console.log(`No bug’s name has “${wanted}” in it.`);
  process.exit(1);
}
const waiting = [...chosen];
const trials = new Map<string, Trial>();

const failure = await tryNoBug([...new Set(chosen.flatMap(({ tests }) => tests))]);
if (failure) {
  console.log(`Without any bug this test fails, so nothing can be told: ${failure}`);
  process.exit(1);
}

/** Two at once: each of them starts a whole test runner. */
await Promise.all([work(), work()]);
const uncaught = [...trials].filter(([, trial]) => trial.kind !== 'caught');
console.log(`\n${chosen.length - uncaught.length} of ${chosen.length} bugs are caught.`);
process.exit(uncaught.length === 0 ? 0 : 1);

async function work(): Promise<void> {
  for (let bug = waiting.shift(); bug; bug = waiting.shift()) {
    const trial = await tryBug(bug);
    trials.set(bug.name, trial);
    console.log(inWords(bug.name, trial));
  }
}

function inWords(name: string, trial: Trial): string {
  if (trial.kind === 'caught') return `caught  ${name} (${trial.seconds.toFixed(1)} s): ${trial.by}`;
  if (trial.kind === 'missed') return `MISSED  ${name} (${trial.seconds.toFixed(1)} s)`;
  return `BROKEN  ${name}: ${trial.why}`;
}
