import type { Imported, ImportJob } from '../import/run-import.ts';
import { runApart } from '../run/apart.ts';
import { median } from '../run/median.ts';
import type { Figures, Report, Section } from '../run/section.ts';

export const listImport: Section = {
  name: 'import',
  what:
    'A list of `phone,first_name` on its way to a stored draft: read in its thread with validation and de-duplication, measured, ' +
    'the place of each person found, and stored. Late is a timer of 10 ms in the main thread, in which everything else goes on; ' +
    'memory is that of the whole process, its thread and the file included.',
  run: measureImport,
};

/** 350 for the whole program, of which 110 are its own when it is idle. */
const mostMegabytes = 240;

async function measureImport(report: Report): Promise<Figures> {
  const wanted = report.isQuick ? 100_000 : 1_000_000;
  const runs: Imported[] = [];
  for (let round = 0; round < report.rounds; round += 1) {
    runs.push(
      await runApart<ImportJob, Imported>(new URL('../import/run-import.ts', import.meta.url), { rows: wanted }),
    );
  }
  const of = (figure: (run: Imported) => number) => median(runs.map(figure));
  const { rows, bytes, people } = runs[0]!;
  const megabytes = (bytes / 1e6).toFixed(1);
  const values = {
    read: of(({ readMs }) => rows / (readMs / 1_000)),
    perSecond: of(({ ms }) => rows / (ms / 1_000)),
    seconds: of(({ ms }) => ms / 1_000),
    p99: of(({ lateP99Ms }) => lateP99Ms),
    max: of(({ lateMaxMs }) => lateMaxMs),
    loop: of(({ loopP99Ms }) => loopP99Ms),
    peak: of(({ peakBytes }) => peakBytes / 1e6),
    more: of(({ peakBytes, idleBytes }) => (peakBytes - idleBytes) / 1e6),
  };
  return {
    tables: [
      {
        title: 'A list',
        columns: [
          { key: 'read', title: 'rows read/s' },
          { key: 'perSecond', title: 'rows to the draft/s' },
          { key: 'seconds', title: 'seconds', digits: 1 },
          { key: 'p99', title: 'timer late p99 ms', digits: 1 },
          { key: 'max', title: 'at most', digits: 1 },
          { key: 'loop', title: 'loop late p99 ms', digits: 1 },
          { key: 'peak', title: 'memory MB, at most' },
          { key: 'more', title: 'of it for the list' },
        ],
        rows: [{ name: `${rows.toLocaleString('en-US')} rows, ${megabytes} MB`, isOurs: true, values }],
      },
    ],
    targets: [
      { what: 'rows read a second', value: values.read, unit: '', atLeast: 80_000 },
      { what: 'timer of the main thread late at most', value: values.max, unit: ' ms', atMost: 20 },
      { what: 'event loop late p99', value: values.loop, unit: ' ms', atMost: 10 },
      { what: 'memory for the list', value: values.more, unit: ' MB', atMost: mostMegabytes },
    ],
    missing: rows < wanted ? [`${wanted.toLocaleString('en-US')} rows: one file may have ${megabytes} MB.`] : [],
    notes: [`${people.toLocaleString('en-US')} people: the other rows are duplicates and no numbers.`],
  };
}
