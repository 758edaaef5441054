import { runApart } from '../run/apart.ts';
import { inFolder } from '../run/folder.ts';
import { median } from '../run/median.ts';
import type { Figures, Line, Report, Section } from '../run/section.ts';
import type { Cost, CostJob } from '../store/run-cost.ts';

export const costCurve: Section = {
  name: 'cost-curve',
  what:
    'What a message costs the store, its durable claim and its durable result, by the size of the campaign: no request, no ' +
    'decision about the pace. Bytes are all that the store writes, with the documents of the last checkpoint.',
  run: draw,
};

/** The cost of a message should be the same within this share, whatever the campaign’s size: time is noisier than bytes. */
const evenness = { bytes: 0.2, cpu: 0.5 };

async function draw(report: Report): Promise<Figures> {
  const sizes = report.isQuick ? [1_000, 10_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000];
  const costs: Cost[] = [];
  for (const people of sizes) {
    const messages = report.isQuick ? Math.min(people, 10_000) : people;
    // A large campaign is a long measurement by itself.
    const rounds = people > 10_000 ? 1 : report.rounds;
    const runs: Cost[] = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await costOf(people, messages));
    costs.push(middle(runs));
    report.say(
      `  ${people.toLocaleString('en-US')} people: ${costs.at(-1)!.cpuEach.toFixed(0)} µs, ${costs.at(-1)!.bytesEach.toFixed(0)} bytes`,
    );
  }
  return figuresOf(sizes, costs);
}

function costOf(people: number, messages: number): Promise<Cost> {
  return inFolder((folder) =>
    runApart<CostJob, Cost>(new URL('../store/run-cost.ts', import.meta.url), { folder, people, messages }),
  );
}

function middle(runs: readonly Cost[]): Cost {
  const keys = Object.keys(runs[0]!) as (keyof Cost)[];
  return Object.fromEntries(keys.map((key) => [key, median(runs.map((run) => run[key]))])) as Cost;
}

function figuresOf(sizes: readonly number[], costs: readonly Cost[]): Figures {
  const line = (name: string, of: (cost: Cost) => number): Line => ({
    name,
    points: costs.map((cost, at) => ({ x: sizes[at]!, y: of(cost) })),
  });
  const each = (of: (cost: Cost) => number) => costs.map(of);
  const largest = costs.at(-1)!;
  const perPerson = largest.memoryBytes / sizes.at(-1)!;
  const beside = (values: readonly number[]) => values.at(-1)! / values[0]!;
  const bytes = each(({ bytesEach }) => bytesEach);
  return {
    tables: [
      {
        title: 'People in the campaign',
        columns: [
          { key: 'cpu', title: 'CPU µs a message', beside: 'cpuMicros' },
          { key: 'bytes', title: 'bytes written a message' },
          { key: 'perSecond', title: 'messages/s', beside: 'perSecond' },
          { key: 'late', title: 'loop late p99 ms', digits: 1 },
          { key: 'latest', title: 'at most', digits: 0 },
          { key: 'create', title: 'list stored in ms' },
          { key: 'createLate', title: 'loop then late at most ms' },
          { key: 'memory', title: 'memory MB', digits: 1 },
          { key: 'perPerson', title: 'bytes a person' },
        ],
        rows: costs.map((cost, at) => ({
          name: sizes[at]!.toLocaleString('en-US'),
          isOurs: true,
          values: {
            cpu: cost.cpuEach,
            bytes: cost.bytesEach,
            perSecond: cost.perSecond,
            late: cost.loopP99Ms,
            latest: cost.loopMaxMs,
            create: cost.createMs,
            createLate: cost.createLoopMaxMs,
            memory: cost.memoryBytes / 1e6,
            perPerson: cost.memoryBytes / sizes[at]!,
          },
        })),
      },
    ],
    targets: [
      { what: 'bytes written a message, at most', value: Math.max(...bytes), unit: '', atMost: 1_500 },
      {
        what: 'bytes a message, the largest campaign beside the smallest',
        value: beside(bytes),
        unit: '×',
        atMost: 1 + evenness.bytes,
      },
      {
        what: 'CPU a message, the largest campaign beside the smallest',
        value: beside(each(({ cpuEach }) => cpuEach)),
        unit: '×',
        atMost: 1 + evenness.cpu,
      },
      { what: 'event loop late p99 while the largest is sent', value: largest.loopP99Ms, unit: ' ms', atMost: 10 },
      { what: 'memory a person of the largest campaign', value: perPerson, unit: ' bytes', atMost: 128 },
    ],
    pictures: [
      {
        kind: 'lines',
        name: 'cost-curve',
        title: 'What a message costs, by the size of its campaign',
        x: 'people in the campaign',
        y: 'of a message; memory of all',
        lines: [
          line('bytes written', ({ bytesEach }) => bytesEach),
          line('CPU µs', ({ cpuEach }) => cpuEach),
          line('memory MB, whole', ({ memoryBytes }) => memoryBytes / 1e6),
        ],
      },
    ],
  };
}
