import { whatIsMissing } from '../peers/needs.ts';
import { startProvider } from '../provider/provider.ts';
import { median, takeTurns } from '../run/median.ts';
import type { Figures, Report, Row, Section, Table, Target } from '../run/section.ts';
import { contenders, type Known } from '../sending/contenders.ts';
import { runSending, type Sent } from '../sending/run-sending.ts';

export const sending: Section = {
  name: 'sending',
  what:
    'The same list texted by each, 50 requests under way, against one provider that answers at once. Lists are stored before, ' +
    'a fifth is sent to warm up, and each provider saw every person once. Others send through the bare pool; Trickle through ' +
    'the SDK’s serialiser over its own. CPU and disk are counted with the database where there is one.',
  run: compare,
};

async function compare(report: Report): Promise<Figures> {
  const absent = contenders.flatMap(({ name, needs }) => {
    const missing = needs && whatIsMissing(needs);
    return missing ? [{ name, missing }] : [];
  });
  const here = contenders.filter(({ name }) => !absent.some((one) => one.name === name));
  const short = await textLists(report, here, report.isQuick ? 3_000 : 20_000, report.rounds);
  const long = await textLists(
    report,
    here.filter(({ isFast }) => isFast),
    report.isQuick ? 6_000 : 100_000,
    2,
  );
  return {
    tables: [tableOf(short), tableOf(long)],
    targets: [...targetsOf(short), ...targetsOf(long)],
    pictures: [picture(short)],
    missing: absent.map(({ name, missing }) => `${name}: ${missing}`),
    notes: [
      'Slow contenders send a part of the messages: each costs them the same. Disk bytes are what the disk was given by anybody ' +
        'meanwhile, file system included; what is not synced may never get there. Batches of 500 are claimed at once, and all ' +
        'of them are uncertain after a crash; of Trickle’s messages a hundred are.',
    ],
  };
}

type Texted = { messages: number; who: readonly Known[]; rows: readonly Row[] };

async function textLists(report: Report, who: readonly Known[], messages: number, rounds: number): Promise<Texted> {
  const provider = await startProvider();
  try {
    const runs = await takeTurns(who, rounds, async (contender, round) => {
      const sent = await runSending(contender, provider, messages);
      report.say(`  ${round + 1}. ${contender.name}: ${Math.round(sent.perSecond)}/s`);
      return sent;
    });
    return { messages, who, rows: who.map((contender, at) => rowOf(contender, runs[at]!)) };
  } finally {
    provider.close();
  }
}

function rowOf(contender: Known, all: readonly Sent[]): Row {
  const of = (read: (sent: Sent) => number | undefined) => median(all.map(read));
  const behind = (sent: Sent) => (sent.backendCpuMicros ?? 0) / sent.messages;
  return {
    name: contender.name,
    isOurs: contender.isOurs ?? false,
    isFloor: contender.isFloor ?? false,
    values: {
      perSecond: of(({ perSecond }) => perSecond),
      cpu: of((sent) => sent.cpuEach + behind(sent)),
      behind: contender.needs?.server ? of(behind) : undefined,
      disk: of((sent) => sent.diskBytes && sent.diskBytes / sent.messages),
      late: of(({ loopP99Ms }) => loopP99Ms),
      keeps: contender.keeps,
    },
  };
}

function tableOf({ messages, rows }: Texted): Table {
  return {
    title: listed(messages),
    columns: [
      { key: 'perSecond', title: 'messages/s', beside: 'perSecond' },
      { key: 'cpu', title: 'CPU µs each', beside: 'cpuMicros' },
      { key: 'behind', title: 'of it the database' },
      { key: 'disk', title: 'disk bytes each' },
      { key: 'late', title: 'loop late p99 ms', digits: 1 },
      { key: 'keeps', title: 'what is kept' },
    ],
    rows,
  };
}

/** Trickle beside the best of those who keep as much; none where no such peer is installed. */
function targetsOf({ messages, who, rows }: Texted): Target[] {
  const peers = rows.filter((_, at) => who[at]!.isDurable);
  const ours = rows.find((_, at) => who[at]!.name === 'Trickle');
  if (!ours || peers.length === 0) return [];
  const besidePeers = (key: 'perSecond' | 'cpu', best: (...all: number[]) => number) =>
    figure(ours, key) / best(...peers.map((row) => figure(row, key)));
  const how = `beside the best peer that keeps as much, ${listed(messages)}`;
  return [
    { what: `rate ${how}`, value: besidePeers('perSecond', Math.max), unit: '', atLeast: 1 },
    { what: `CPU ${how}`, value: besidePeers('cpu', Math.min), unit: '', atMost: 1 },
  ];
}

function picture({ rows }: Texted): NonNullable<Figures['pictures']>[number] {
  const bars = [...rows]
    .sort((a, b) => figure(b, 'perSecond') - figure(a, 'perSecond'))
    .map((row) => ({ name: row.name, value: figure(row, 'perSecond'), isOurs: row.isOurs ?? false }));
  return { kind: 'bars', name: 'sending', title: 'Messages a second, by who sends them', unit: '/s', bars };
}

function figure(row: Row, key: 'perSecond' | 'cpu'): number {
  return row.values[key] as number;
}

function listed(messages: number): string {
  return `${messages.toLocaleString('en-US')} messages`;
}
