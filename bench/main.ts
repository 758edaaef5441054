/**
 * Prints what Trickle costs beside a bare pool of connections and beside others that do the same job.
 * Run: npm run bench -- [--only name,…] [--quick] [--write]
 * --only: these sections; --quick: small sizes, for a look; --write: into docs/performance.md, its pictures and its JSON.
 */
import { parseArgs } from 'node:util';
import { startProvider } from './provider/provider.ts';
import { keepLatest, writeDocuments } from './report/files.ts';
import { heldAgainst, meanFloor, type RunResult, type SectionResult } from './report/result.ts';
import { number, textTable } from './report/text-table.ts';
import { targetInWords } from './report/words.ts';
import { measureFloor } from './run/floor.ts';
import { describeMachine, machineInWords } from './run/machine.ts';
import { type Floor, isMet, type Section } from './run/section.ts';
import { sections } from './sections.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const isQuick = options.quick;
const names = options.only?.split(',').map((name) => name.trim()) ?? sections.map(({ name }) => name);
const unknown = names.filter((name) => !sections.some((section) => section.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no section ${unknown.join(', ')}. There are: ${sections.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const machine = await describeMachine(new Date());
console.log(machineInWords(machine));
const provider = await startProvider();
const floorSize = { rounds: 3, messages: isQuick ? 3_000 : 20_000 };
const run: RunResult = { machine, isQuick, sections: [] };
for (const section of sections.filter(({ name }) => names.includes(name))) {
  const result = await runSection(section);
  printSection(result);
  run.sections.push(result);
  console.log(`Kept in ${await keepLatest(run)}.`);
}
provider.close();
if (options.write)
  await writeDocuments(
    run,
    sections.map(({ name }) => name),
  );
const isBroken = (result: SectionResult) =>
  'failed' in result || (result.figures.targets ?? []).some((one) => !isMet(one));
if (run.sections.some(isBroken)) process.exitCode = 1;

async function runSection({ name, what, run: measure }: Section): Promise<SectionResult> {
  console.log(`\n${name}: ${what}`);
  const at = new Date().toISOString();
  const before = await measureFloor(provider, floorSize);
  const outcome = await measure({ isQuick, rounds: 3, say: (line) => console.log(line) }).then(
    (figures) => ({ figures }),
    (error: unknown) => ({ failed: error instanceof Error ? error.message : String(error) }),
  );
  const floor = { before, after: await measureFloor(provider, floorSize) };
  const held = 'figures' in outcome ? { figures: heldAgainst(outcome.figures, meanFloor(floor)) } : outcome;
  return { name, what, at, floor, ...held };
}

function printSection(result: SectionResult): void {
  const { before, after } = result.floor;
  const floor = meanFloor(result.floor);
  if ('failed' in result) {
    console.log(`FAILED: ${result.failed}`);
    return;
  }
  const { tables, targets = [], missing = [], notes = [] } = result.figures;
  for (const table of tables) console.log(`\n${textTable(table, floor)}`);
  console.log('');
  for (const target of targets) console.log(`  ${targetInWords(target)}`);
  for (const sentence of missing) console.log(`  NOT MEASURED: ${sentence}`);
  for (const sentence of notes) console.log(`  ${sentence}`);
  const words = ({ perSecond, cpuMicros }: Floor) => `${number(perSecond, 0)}/s at ${number(cpuMicros, 0)} µs`;
  console.log(`  Bare pool before: ${words(before)}; after: ${words(after)}.`);
}
