import { inFolder } from '../run/folder.ts';
import { median, takeTurns } from '../run/median.ts';
import type { Figures, Report, Section } from '../run/section.ts';
import { flood } from '../webhooks/flood.ts';
import { signedReceipts } from '../webhooks/receipts.ts';
import { startServing } from '../webhooks/start-serving.ts';

export const webhooks: Section = {
  name: 'webhooks',
  what:
    'Delivery receipts a second over 50 kept connections. Trickle answers 200 when the receipt is durable: its own HTTP edge, ' +
    'the signature, and the store. Beside it a route of Bolt’s receiver and Node’s bare server, which check and keep nothing.',
  run: compare,
};

const servers = [
  { name: 'Trickle: signed, durable', module: new URL('../webhooks/trickle.ts', import.meta.url), isOurs: true },
  { name: 'a route of Bolt, unchecked', module: new URL('../webhooks/bolt.ts', import.meta.url), isOurs: false },
  { name: 'node:http, unchecked', module: new URL('../webhooks/bare.ts', import.meta.url), isOurs: false },
] as const;

const connections = 50;

async function compare(report: Report): Promise<Figures> {
  const receipts = report.isQuick ? 5_000 : 30_000;
  const warmUp = receipts / 5;
  const requests = signedReceipts(receipts + warmUp, new Date());
  const runs = await takeTurns(servers, report.rounds, ({ module }) =>
    inFolder(async (folder) => {
      const server = await startServing(module, { folder, people: requests.length });
      await flood(server.port, requests.slice(0, warmUp), connections);
      await server.cost();
      const { ms } = await flood(server.port, requests.slice(warmUp), connections);
      const { cpuMicros, loopP99Ms } = await server.cost();
      await server.close();
      return { perSecond: receipts / (ms / 1_000), cpu: cpuMicros / receipts, late: loopP99Ms };
    }),
  );
  const rows = servers.map(({ name, isOurs }, at) => {
    const all = runs[at]!;
    const [perSecond, cpu, late] = (['perSecond', 'cpu', 'late'] as const).map((key) =>
      median(all.map((run) => run[key])),
    );
    return { name, isOurs, values: { perSecond: perSecond!, cpu: cpu!, late: late! } };
  });
  const [ours, bolt] = [rows[0]!.values, rows[1]!.values];
  for (const row of rows) Object.assign(row.values, { ofBolt: row.values.cpu / bolt.cpu });
  return {
    tables: [
      {
        title: `${receipts.toLocaleString('en-US')} receipts`,
        columns: [
          { key: 'perSecond', title: 'receipts/s', beside: 'perSecond' },
          { key: 'cpu', title: 'CPU µs each' },
          { key: 'ofBolt', title: 'CPU, of Bolt’s', digits: 2 },
          { key: 'late', title: 'loop late p99 ms', digits: 1 },
        ],
        rows,
      },
    ],
    targets: [
      { what: 'durable receipts a second', value: ours.perSecond, unit: '', atLeast: 10_000 },
      {
        what: 'CPU beside a route of Bolt that checks and keeps nothing',
        value: ours.cpu / bolt.cpu,
        unit: '×',
        atMost: 2,
      },
    ],
  };
}
