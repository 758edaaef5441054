import { whatIsMissing } from '../peers/needs.ts';
import { startProvider } from '../provider/provider.ts';
import { median, takeTurns } from '../run/median.ts';
import type { Figures, Report, Row, Section } from '../run/section.ts';
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
  const messages = report.isQuick ? 3_000 : 20_000;
  const absent = contenders.flatMap(({ name, needs }) => {
    const missing = needs && whatIsMissing(needs);
    return missing ? [{ name, missing }] : [];
  });
  const here = contenders.filter(({ name }) => !absent.some((one) => one.name === name));
  const provider = await startProvider();
  try {
    const runs = await takeTurns(here, report.rounds, async (contender, round) => {
      const sent = await runSending(contender, provider, messages);
      report.say(`  ${round + 1}. ${contender.name}: ${Math.round(sent.perSecond)}/s`);
      return sent;
    });
    return figuresOf(here, runs, messages, absent);
  } finally {
    provider.close();
  }
}

function figuresOf(
  here: readonly Known[],
  runs: readonly Sent[][],
  messages: number,
  absent: readonly { name: string; missing: string }[],
): Figures {
  const rows = here.map((contender, at): Row => {
    const all = runs[at]!;
    const of = (figure: (sent: Sent) => number | undefined) => median(all.map(figure));
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
  });
  const rate = (row: Row) => row.values.perSecond as number;
  const bars = [...rows]
    .sort((a, b) => rate(b) - rate(a))
    .map((row) => ({ name: row.name, value: rate(row), isOurs: row.isOurs ?? false }));
  return {
    tables: [
      {
        title: `${messages.toLocaleString('en-US')} messages`,
        columns: [
          { key: 'perSecond', title: 'messages/s', beside: 'perSecond' },
          { key: 'cpu', title: 'CPU µs each', beside: 'cpuMicros' },
          { key: 'behind', title: 'of it the database' },
          { key: 'disk', title: 'disk bytes each' },
          { key: 'late', title: 'loop late p99 ms', digits: 1 },
          { key: 'keeps', title: 'what is kept' },
        ],
        rows,
      },
    ],
    pictures: [{ kind: 'bars', name: 'sending', title: 'Messages a second, by who sends them', unit: '/s', bars }],
    missing: absent.map(({ name, missing }) => `${name}: ${missing}`),
    notes: [
      'Slow contenders send a part of the messages: each costs them the same. Disk bytes are what the disk was given by anybody ' +
        'meanwhile, file system included; what is not synced may never get there.',
    ],
  };
}
