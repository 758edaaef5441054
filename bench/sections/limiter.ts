import { type Pattern, patterns } from '../limiter/limiter.ts';
import { arrivalsOf } from '../limiter/most-in-a-second.ts';
import type { LimiterJob } from '../limiter/run-limiter.ts';
import { type Need, whatIsMissing } from '../peers/needs.ts';
import { startProvider } from '../provider/provider.ts';
import { runApart } from '../run/apart.ts';
import type { Figures, Report, Row, Section, Target } from '../run/section.ts';

export const limiter: Section = {
  name: 'limiter',
  what:
    'The most arrivals at the provider in any sliding second, and how many arrive a second: all wanted from the beginning, all ' +
    'wanted two seconds late, and with the sending process standing still for 200 ms in each second.',
  run: compare,
};

type Known = { name: string; module: URL; isOurs?: boolean; needs?: Need };

const ours: Known = { name: 'Trickle', module: new URL('../limiter/ours.ts', import.meta.url), isOurs: true };
const known: readonly Known[] = [
  ours,
  peer('p-throttle', 'p-throttle', new URL('../limiter/p-throttle.ts', import.meta.url)),
  peer('p-throttle, strict', 'p-throttle', new URL('../limiter/p-throttle-strict.ts', import.meta.url)),
  peer('bottleneck, minTime', 'bottleneck', new URL('../limiter/bottleneck.ts', import.meta.url)),
];

function peer(name: string, of: string, module: URL): Known {
  return { name, module, needs: { packages: [of] } };
}

/** A slow sender, and one as fast as toll-free numbers and short codes get. */
const [slow, fast] = [30, 5_000];
const mostOfLimit = 0.98;

type Arrivals = Record<Pattern, { mostInASecond: number; perSecond: number; lateMs: number }>;

async function compare(report: Report): Promise<Figures> {
  const here = known.filter(({ needs }) => !needs || whatIsMissing(needs) === undefined);
  const absent = known.flatMap(({ name, needs }) => {
    const missing = needs && whatIsMissing(needs);
    return missing ? [`${name}: ${missing}`] : [];
  });
  const seconds = report.isQuick ? 4 : 20;
  // They mostly wait: all of them at the same time.
  const slowly = await Promise.all(here.map((one) => measureAll(one, slow, seconds)));
  const quickly = await measureAll(ours, fast, seconds);
  const rows = [...here.map((one, at) => rowOf(one, slow, slowly[at]!)), rowOf(ours, fast, quickly)];
  return {
    tables: [
      {
        title: `Limits of ${slow} and of ${fast.toLocaleString('en-US')} a second`,
        columns: [
          ...patterns.map((pattern) => ({ key: `most ${pattern}`, title: `most, ${pattern}` })),
          ...patterns.map((pattern) => ({ key: `rate ${pattern}`, title: `per second, ${pattern}`, digits: 1 })),
          { key: 'late', title: 'provider late, ms' },
        ],
        rows,
      },
    ],
    targets: [...targetsOf(slow, slowly[0]!), ...targetsOf(fast, quickly)],
    pictures: [
      {
        kind: 'bars',
        name: 'limiter',
        title: `The most arrivals in any second, with a limit of ${slow}`,
        unit: '',
        bars: here.map(({ name, isOurs = false }, at) => ({ name, isOurs, value: mostOf(slowly[at]!) })),
      },
    ],
    missing: absent,
    notes: [
      'A provider that is late itself, because somebody else uses its core, sees arrivals closer together than they were: on a busy ' +
        'machine the first columns say little.',
    ],
  };
}

async function measureAll({ module }: Known, perSecond: number, seconds: number): Promise<Arrivals> {
  const provider = await startProvider();
  try {
    const arrivals: Partial<Arrivals> = {};
    for (const pattern of patterns) {
      const job = { module: module.href, providerUrl: provider.url, perSecond, seconds, pattern };
      await provider.taken();
      await runApart<LimiterJob, void>(new URL('../limiter/run-limiter.ts', import.meta.url), job);
      const { atMs, lateMs } = await provider.taken();
      arrivals[pattern] = { ...arrivalsOf(atMs), lateMs };
    }
    return arrivals as Arrivals;
  } finally {
    provider.close();
  }
}

function rowOf({ name, isOurs = false }: Known, limit: number, arrivals: Arrivals): Row {
  const values = patterns.flatMap((pattern) => {
    const { mostInASecond, perSecond } = arrivals[pattern];
    return [[`most ${pattern}`, mostInASecond] as const, [`rate ${pattern}`, perSecond] as const];
  });
  const late = Math.max(...patterns.map((pattern) => arrivals[pattern].lateMs));
  return {
    name: `${name}, limit ${limit.toLocaleString('en-US')}`,
    isOurs,
    values: { ...Object.fromEntries(values), late },
  };
}

function mostOf(arrivals: Arrivals): number {
  return Math.max(...patterns.map((pattern) => arrivals[pattern].mostInASecond));
}

function targetsOf(limit: number, arrivals: Arrivals): Target[] {
  const most = mostOf(arrivals);
  const named = `with a limit of ${limit.toLocaleString('en-US')}`;
  return [
    { what: `most arrivals in any second ${named}`, value: most, unit: '', atMost: limit },
    {
      what: `share of the limit reached ${named}`,
      value: arrivals.steady.perSecond / limit,
      unit: '',
      atLeast: mostOfLimit,
    },
  ];
}
