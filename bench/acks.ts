/**
 * How soon Slack hears that a press has come (ack) when 10,000 replies of one campaign wait: the whole program in a
 * process of its own, over HTTP, with every reply come in by a webhook. Slack gives up after 3 s; the promise is 1 s.
 * Cards of one person are not among them: after such a flood replies stand in posts of many.
 * Run: node bench/acks.ts [--open 10000] [--times 15]
 */
import { parseArgs } from 'node:util';
import { measureAcks } from './acks/measure-acks.ts';
import { openReplies } from './acks/open-replies.ts';
import { startAckWorld } from './acks/world.ts';

const { values } = parseArgs({
  options: { open: { type: 'string', default: '10000' }, times: { type: 'string', default: '15' } },
});
const open = Number(values.open);
const promisedMs = 1_000;

const world = await startAckWorld();
try {
  await openReplies(world, open);
  const acks = await measureAcks(world, Number(values.times));
  console.log(`${open} open replies. Ack in ms:`);
  for (const { what, ms, shownMs, failed } of acks) {
    const [ack, shown] = [ms, shownMs].map((all) => [...all].sort((one, other) => one - other)) as [number[], number[]];
    const figures = (all: number[]) =>
      [all[Math.floor(all.length / 2)] ?? 0, all.at(-1) ?? 0].map((one) => one.toFixed(0).padStart(5));
    const verdict = failed > 0 ? `  ${failed} FAILED` : (ack.at(-1) ?? 0) > promisedMs ? '  TOO LATE' : '';
    const [[median, worst], [medianShown, worstShown]] = [figures(ack), figures(shown)];
    const later = shown.length > 0 ? `; something else is shown after ${medianShown}, worst ${worstShown}` : '';
    console.log(`  ${what.padEnd(21)} median ${median}, worst ${worst} of ${ms.length}${later}${verdict}`);
    if (verdict !== '') process.exitCode = 1;
  }
} finally {
  await world.close();
}
