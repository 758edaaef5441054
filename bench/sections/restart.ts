import { restartProgram } from '../restart/restart-program.ts';
import { median } from '../run/median.ts';
import type { Figures, Report, Section } from '../run/section.ts';

export const restart: Section = {
  name: 'restart',
  what:
    'The whole program started on the folder of one that was killed with half of a campaign sent, beside a start with a small ' +
    'campaign: until it says that it runs, and until the next message arrives at the provider.',
  run: measureRestarts,
};

async function measureRestarts(report: Report): Promise<Figures> {
  const large = report.isQuick ? 100_000 : 1_000_000;
  const rows = [];
  for (const people of [1_000, large]) {
    const starts = await restartProgram(people, report.rounds);
    const values = {
      ready: median(starts.map(({ readyMs }) => readyMs / 1_000)),
      sending: median(starts.map(({ sendingMs }) => sendingMs / 1_000)),
      memory: median(starts.map(({ bytes }) => bytes / 1e6)),
    };
    rows.push({ name: `${people.toLocaleString('en-US')} people`, isOurs: true, values });
  }
  const whole = rows.at(-1)!.values;
  return {
    tables: [
      {
        title: 'Half of the campaign is sent',
        columns: [
          { key: 'ready', title: 'ready after s', digits: 2 },
          { key: 'sending', title: 'next message after s', digits: 2 },
          { key: 'memory', title: 'memory MB' },
        ],
        rows,
      },
    ],
    targets: [
      {
        what: `next message with ${large.toLocaleString('en-US')} people`,
        value: whole.sending,
        unit: ' s',
        atMost: 3,
      },
    ],
    notes: [
      'The folder was copied just before, so that it is in the cache of the file system, as after a crash of the program.',
    ],
  };
}
