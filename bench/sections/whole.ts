import { runApart } from '../run/apart.ts';
import { median } from '../run/median.ts';
import type { Figures, Report, Section, Target } from '../run/section.ts';
import { runAtTheLimit } from '../whole/at-the-limit.ts';
import type { BareSteady, BareSteadyJob } from '../whole/bare-steady.ts';
import { runFirstMessage } from '../whole/first-message.ts';
import { type FlatOut, runFlatOut } from '../whole/flat-out.ts';
import { runIdle, runSteady } from '../whole/steady.ts';

const between =
  'The whole program in a process of its own, as an operator starts it, everything durable, between a local Slack and a provider that answers at once';

export const flatOutWhole: Section = {
  name: 'flat-out',
  what: `${between}: as fast as it can, while somebody in Slack asks for help ten times a second.`,
  run: flatOut,
};

export const limitWhole: Section = {
  name: 'limit',
  what: `${between}: at an account’s limit, and standing still for a while in each second.`,
  run: atTheLimit,
};

export const quietWhole: Section = {
  name: 'quiet',
  what: `${between}: at 30 a second with a receipt for each and progress in Slack, and with nothing to do.`,
  run: quiet,
};

export const approvalWhole: Section = {
  name: 'approval',
  what: `${between}: from the press of Approve until the first message of a long list arrives.`,
  run: approval,
};

async function flatOut(report: Report): Promise<Figures> {
  const people = report.isQuick ? 10_000 : 100_000;
  const rows = [];
  for (const receipts of [false, true]) {
    const runs: FlatOut[] = [];
    for (let round = 0; round < report.rounds; round += 1) runs.push(await runFlatOut(people, { receipts }));
    const of = (figure: (run: FlatOut) => number | undefined) => median(runs.map(figure));
    rows.push({
      name: receipts ? 'with a receipt for each' : 'without receipts',
      isOurs: true,
      values: {
        perSecond: of(({ perSecond }) => perSecond),
        cpu: of(({ cpuUs }) => cpuUs),
        bytes: of(({ bytes }) => bytes),
        late: of(({ loopP99Ms }) => loopP99Ms),
        ack: of(({ acksMs }) => percentile(acksMs, 0.99)),
        memory: of(({ rssMb }) => rssMb),
        twice: Math.max(...runs.map(({ twice }) => twice)),
      },
    });
  }
  const [bare, told] = rows.map(({ values }) => values) as [(typeof rows)[0]['values'], (typeof rows)[0]['values']];
  return {
    tables: [
      {
        title: `Flat out, ${people.toLocaleString('en-US')} people`,
        columns: [
          { key: 'perSecond', title: 'messages/s', beside: 'perSecond' },
          { key: 'cpu', title: 'CPU µs each', beside: 'cpuMicros' },
          { key: 'bytes', title: 'disk bytes each' },
          { key: 'late', title: 'loop late p99 ms', digits: 1 },
          { key: 'ack', title: 'Slack’s ack p99 ms' },
          { key: 'memory', title: 'memory MB' },
          { key: 'twice', title: 'sent twice' },
        ],
        rows,
      },
    ],
    targets: [
      { what: 'rate, without receipts', value: bare.perSecond, beside: 'perSecond', unit: '×', atLeast: 0.5 },
      { what: 'CPU, without receipts', value: bare.cpu, beside: 'cpuMicros', unit: '×', atMost: 2.5 },
      { what: 'rate, with receipts', value: told.perSecond, beside: 'perSecond', unit: '×', atLeast: 0.25 },
      { what: 'CPU, with receipts', value: told.cpu, beside: 'cpuMicros', unit: '×', atMost: 4 },
      { what: 'written for each message', value: told.bytes, unit: ' bytes', atMost: 1_500 },
      { what: 'event loop late, p99', value: bare.late, unit: ' ms', atMost: 10 },
      { what: 'Slack acknowledged, p99', value: bare.ack, unit: ' ms', atMost: 100 },
    ],
    notes: ['The first quarter is not counted, for the bare pool is warm as well.'],
  };
}

async function atTheLimit(report: Report): Promise<Figures> {
  const limit = 5_000;
  const seconds = report.isQuick ? 5 : 20;
  const rows = [];
  const targets: Target[] = [];
  for (const stallMs of [0, 200]) {
    const name = stallMs === 0 ? 'steadily' : `standing still for ${stallMs} ms in each second`;
    const { perSecond, mostInASecond } = await runAtTheLimit(limit, seconds, stallMs);
    rows.push({ name, isOurs: true, values: { perSecond, most: mostInASecond } });
    targets.push({ what: `most in any second, ${name}`, value: mostInASecond, unit: '', atMost: limit });
    if (stallMs === 0)
      targets.push({ what: 'reached of the limit', value: perSecond / limit, unit: '', atLeast: 0.98 });
  }
  return {
    tables: [
      {
        title: `An account's limit of ${limit.toLocaleString('en-US')} a second, two senders with a campaign each`,
        columns: [
          { key: 'perSecond', title: 'messages/s' },
          { key: 'most', title: 'most arrivals in any second' },
        ],
        rows,
      },
    ],
    targets,
  };
}

async function quiet(report: Report): Promise<Figures> {
  const seconds = report.isQuick ? 10 : 60;
  const steady = await runSteady(seconds);
  const bare = await runApart<BareSteadyJob, BareSteady>(new URL('../whole/bare-steady.ts', import.meta.url), {
    perSecond: 30,
    seconds,
  });
  const idle = [];
  for (let round = 0; round < report.rounds; round += 1) idle.push(await runIdle());
  const [readyMs, rssMb, idlePercent] = [
    median(idle.map((run) => run.readyMs)),
    median(idle.map((run) => run.rssMb)),
    median(idle.map((run) => run.cpuPercent)),
  ];
  return {
    tables: [
      {
        title: 'Little to do',
        columns: [
          { key: 'percent', title: '% of a core', digits: 1 },
          { key: 'bytes', title: 'disk bytes a message' },
          { key: 'memory', title: 'memory MB' },
          { key: 'seconds', title: 'after s', digits: 2 },
        ],
        rows: [
          {
            name: '30 a second, with receipts',
            isOurs: true,
            values: { percent: steady.cpuPercent, bytes: steady.bytes, memory: steady.rssMb },
          },
          { name: 'the same requests and answers, bare', values: { percent: bare.cpuPercent } },
          {
            name: 'idle; ready',
            isOurs: true,
            values: { percent: idlePercent, memory: rssMb, seconds: readyMs / 1_000 },
          },
        ],
      },
    ],
    targets: [
      { what: 'at 30 a second', value: steady.cpuPercent, unit: ' % of a core', atMost: 4 },
      { what: 'idle memory', value: rssMb, unit: ' MB', atMost: 110 },
      { what: 'ready', value: readyMs / 1_000, unit: ' s', atMost: 0.7 },
    ],
    notes: ['Bare: a pool that posts 30 messages a second and a server that answers each receipt; nothing is kept.'],
  };
}

async function approval(report: Report): Promise<Figures> {
  const people = report.isQuick ? 100_000 : 750_000;
  const seconds = (await runFirstMessage(people)) / 1_000;
  return {
    tables: [
      {
        title: 'After the approval',
        columns: [{ key: 'seconds', title: 'first message after s', digits: 2 }],
        rows: [{ name: `${people.toLocaleString('en-US')} people`, isOurs: true, values: { seconds } }],
      },
    ],
    targets: [{ what: 'first message after the approval', value: seconds, unit: ' s', atMost: 1 }],
    notes: ['Whoever approved had read for half a minute, as people do; the list is looked at meanwhile.'],
  };
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
}
