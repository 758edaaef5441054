import { setImmediate as nextTurn } from 'node:timers/promises';
import { openDesk } from '../playground/cases/desk.ts';
import { draftCampaign } from '../playground/cases/send-campaign.ts';
import { createListReader } from '../src/lists/list-reader.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const text =
  'phone,first_name\n' +
  Array.from(
    { length: rows },
    (_, no) => `+1${201 + (no % 7 === 0 ? 1 : 0)}${String(2_000_000 + no)},Name${no % 5000}xx`,
  ).join('\n') +
  '\n';
let bytes: Uint8Array | undefined = new TextEncoder().encode(text);
void nextTurn;
const desk = await openDesk('US', createListReader());
globalThis.gc?.();
const startRss = process.memoryUsage.rss();
let peak = 0,
  late = 0,
  last = performance.now();
const timer = setInterval(() => {
  const now = performance.now();
  late = Math.max(late, now - last - 5);
  last = now;
  peak = Math.max(peak, process.memoryUsage.rss());
}, 5);
async function* file() {
  for (let at = 0; at < bytes!.length; at += 65536) yield bytes!.slice(at, at + 65536);
}
const t = performance.now();
const { campaign } = await draftCampaign(desk, 'Hi {{first_name|there}}, Sunday at noon? Reply STOP to opt out.', {
  fileId: 'F0',
  bytes: file(),
});
const took = performance.now() - t;
clearInterval(timer);
console.log({
  rows,
  bytes: bytes.length,
  size: campaign.list.size,
  s: took / 1000,
  rowsPerS: (rows / took) * 1000,
  startMB: startRss / 1e6,
  peakMB: peak / 1e6,
  growthMB: (peak - startRss) / 1e6,
  late,
  hash: campaign.list.hash,
});
bytes = undefined;
await desk.close();
