import { setImmediate as nextTurn } from 'node:timers/promises';
import { openDesk } from '../../playground/cases/desk.ts';
import { draftCampaign } from '../../playground/cases/send-campaign.ts';
import { CampaignError } from '../../src/domain/campaign-error.ts';
import { listLimits } from '../../src/domain/list/read-list.ts';
import { createListReader } from '../../src/lists/list-reader.ts';
import { measure } from '../run/measure.ts';
import { residentBytes } from '../run/processes.ts';
import { lineOf } from './people.ts';

export type ImportJob = { rows: number };
export type Imported = {
  /** Of the file; fewer rows than asked for when a file may not have so many bytes. */
  bytes: number;
  rows: number;
  people: number;
  /** In the list's thread, handed over. */
  readMs: number;
  /** From the file to the stored draft. */
  ms: number;
  /** How late a timer of 10 ms of the main thread was. */
  lateP99Ms: number;
  lateMaxMs: number;
  loopP99Ms: number;
  /** The most that the process took, and that before it began. */
  peakBytes: number;
  idleBytes: number;
};

/** Runs in a process of its own: a list becomes a stored draft, through the same door as that of Slack's form. */
export default async function runImport({ rows }: ImportJob): Promise<Imported> {
  // What is compiled and loaded once is not what a list costs.
  await draft(csvOf(2_000));
  try {
    return await draft(csvOf(rows));
  } catch (error) {
    if (!(error instanceof CampaignError && error.code === 'list_too_large')) throw error;
    return draft(csvOf(rows, listLimits.bytes));
  }
}

async function draft(file: Buffer): Promise<Imported> {
  const reader = createListReader();
  let readMs = 0;
  const read: typeof reader.read = async (...asked) => {
    const startMs = performance.now();
    const list = await reader.read(...asked);
    readMs = performance.now() - startMs;
    return list;
  };
  const desk = await openDesk('US', { ...reader, read });
  await drain();
  const idleBytes = residentBytes(process.pid);
  const watch = watchTimers();
  try {
    let people = 0;
    const measured = await measure(async () => {
      const source = { fileId: 'F0BENCH', bytes: piecesOf(file) };
      const { campaign } = await draftCampaign(
        desk,
        'Hi {{first_name}}, Sunday at noon? Reply STOP to opt out.',
        source,
      );
      people = campaign.list.size;
    });
    const { ms, loopP99Ms } = measured;
    // Before the rows are counted, which is our own work and would be the longest that a timer waits.
    const watched = watch.stop();
    return { bytes: file.length, rows: rowsOf(file), people, readMs, ms, loopP99Ms, idleBytes, ...watched };
  } finally {
    watch.stop();
    await desk.close();
  }
}

/** As many rows as asked for, or as fit; written in place, so that no heap of texts is counted as the list's. */
function csvOf(rows: number, most = Number.POSITIVE_INFINITY): Buffer {
  const file = Buffer.alloc(Math.min(most, 32 + rows * 32));
  let end = file.write('phone,first_name\n');
  for (let no = 0; no < rows; no += 1) {
    const line = `${lineOf(no)}\n`;
    if (end + line.length > file.length) break;
    end += file.write(line, end, 'latin1');
  }
  return file.subarray(0, end);
}

function rowsOf(file: Buffer): number {
  let rows = -1;
  for (const byte of file) if (byte === 10) rows += 1;
  return rows;
}

/** As a download brings them. */
async function* piecesOf(file: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += 65_536) yield file.subarray(at, at + 65_536);
}

/** How late a timer is that wants to go off each 10 ms: for so long nothing else would have had its turn. */
function watchTimers() {
  const everyMs = 10;
  const lateMs: number[] = [];
  let peakBytes = residentBytes(process.pid);
  let last = performance.now();
  const look = (): void => {
    const now = performance.now();
    lateMs.push(Math.max(0, now - last - everyMs));
    last = now;
    peakBytes = Math.max(peakBytes, residentBytes(process.pid));
  };
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      clearInterval(timer);
      look();
      const sorted = lateMs.toSorted((a, b) => a - b);
      return { lateP99Ms: sorted[Math.floor((sorted.length - 1) * 0.99)]!, lateMaxMs: sorted.at(-1)!, peakBytes };
    },
  };
}

async function drain(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    globalThis.gc?.();
    await nextTurn();
  }
}
