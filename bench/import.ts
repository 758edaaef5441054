import { setTimeout as wait } from 'node:timers/promises';
import { approver, author, openDesk } from '../playground/cases/desk.ts';
import { draftCampaign } from '../playground/cases/send-campaign.ts';
import { createListReader } from '../src/lists/list-reader.ts';

// A large list from its bytes to an approved campaign, through the real services, store and reading thread:
// `npm run bench:import [rows] [kinds]`. Memory is that of the whole process; a timer of 5 ms tells how late the loop is,
// and what the main thread computed between two of its ticks: that is not longer on a busy machine.
const rows = Number(process.argv[2] ?? 1_000_000);

type Figures = { step: string; seconds: number; peakMb: number; lateMs: number; cpuSeconds: number; turnMs: number };

const desk = await openDesk('US', createListReader());
globalThis.gc?.();
const startMb = rssMb();
const figures: Figures[] = [];
const files = Array.from({ length: Math.ceil(rows / 400_000) }, (_, no) => ({
  fileId: `F${no}`,
  name: `${no + 1}.csv`,
  bytes: bytesOf(no * 400_000, Math.min(rows, (no + 1) * 400_000)),
}));
const message = 'Hi {{first_name|there}}, Sunday at noon? Reply STOP to opt out.';
const { campaign } = await measure('read, checked and stored as a draft', () =>
  draftCampaign(desk, message, { files }),
);
const { contentHash } = await measure('preview', () => desk.campaigns.preview(campaign.id));
await measure('submitted', () => desk.campaigns.submit(campaign.id, { by: author, contentHash }));
await measure('approved', () =>
  desk.campaigns.approve(campaign.id, { by: approver, contentHash, ticked: ['nobody_said'] }),
);
await measure('the first message after the approval', async () => {
  for (let turn = 0; turn < 2_000 && desk.sent.length === 0; turn += 1) {
    await desk.dispatcher.tick();
    await wait(5);
  }
});
for (const { step, seconds, cpuSeconds, peakMb, lateMs, turnMs } of figures) {
  const memory = `${peakMb.toFixed(0)} MB at most (${(peakMb - startMb).toFixed(0)} more than before)`;
  const time = `${seconds.toFixed(2).padStart(7)} s, ${cpuSeconds.toFixed(2)} s of CPU`;
  console.log(
    `${time}, ${memory}, timers late by ${lateMs.toFixed(0)} ms, turns of ${turnMs.toFixed(0)} ms of CPU at most: ${step}`,
  );
}
const [read] = figures;
const rate = rows / (read?.seconds ?? 1);
console.log(
  `${campaign.list.size.toLocaleString('en-US')} people at ${Math.round(rate).toLocaleString('en-US')} rows/s; hash ${campaign.list.hash}`,
);
await desk.close();

async function measure<T>(step: string, act: () => Promise<T>): Promise<T> {
  let [peakMb, lateMs, lastMs, turnMs, cpu] = [rssMb(), 0, performance.now(), 0, process.threadCpuUsage()];
  const timer = setInterval(() => {
    const nowMs = performance.now();
    lateMs = Math.max(lateMs, nowMs - lastMs - 5);
    const turn = process.threadCpuUsage(cpu);
    cpu = process.threadCpuUsage();
    turnMs = Math.max(turnMs, (turn.user + turn.system) / 1_000);
    lastMs = nowMs;
    peakMb = Math.max(peakMb, rssMb());
  }, 5);
  const before = process.cpuUsage();
  const startedMs = performance.now();
  const done = await act();
  const seconds = (performance.now() - startedMs) / 1_000;
  const { user, system } = process.cpuUsage(before);
  clearInterval(timer);
  figures.push({ step, seconds, peakMb, lateMs, cpuSeconds: (user + system) / 1e6, turnMs });
  return done;
}

function rssMb(): number {
  return process.memoryUsage.rss() / 1e6;
}

/** `phone,first_name`, made as it is read: the bench itself keeps nothing of it. */
async function* bytesOf(from: number, to: number): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = 'phone,first_name\n';
  for (let no = from; no < to; no += 1) {
    text += `+1${201 + (no % 7)}${2_000_000 + no},Name${no % 5_000}xx\n`;
    if (text.length < 65_536) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}
