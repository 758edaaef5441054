import { CampaignError, type FormField } from '../domain/campaign-error.ts';
import type { OptOutFile } from '../domain/list/opt-outs/read-opt-outs.ts';
import { type ArrivingFile, listLimits, opened, type PackedList, tooLarge } from '../domain/list/read-list.ts';
import type { ListReader } from '../ports/world.ts';
import { startThread, type Thread } from './thread.ts';
import { type Answer, type PackedHead, type PackedPart, packedParts, parts, type Question } from './thread-messages.ts';

/** A list that takes longer was made to: a million honest rows take less than half of it. */
const mostMs = 180_000;
/** What a million rows need, and twice as much. */
const mostMegabytes = 1_536;

/**
 * Reads each list in a thread of its own: whatever is in it, messages, webhooks and answers go on meanwhile. The thread takes
 * the bytes as they arrive and gives back packed rows, so that nowhere a million people are objects. A list that takes too
 * long or too much memory ends with a CampaignError, and its thread with it.
 */
export function createListReader({ withinMs = mostMs, megabytes = mostMegabytes } = {}): ListReader {
  return {
    async read(source, { signal = never, progress, country, choices }) {
      const thread = startThread(megabytes, ({ lines, about }) => progress?.(lines, about));
      const field = typeof source === 'string' ? 'pasted' : 'file';
      const options = { country, ...(choices && { choices }) };
      return endingIt(thread, { field, withinMs, signal }, async (within) => {
        const pasted = typeof source === 'string' ? source : null;
        if (typeof source !== 'string') await handOver(thread, filesOf(source), signal);
        const soon = within();
        const { head } = await ask(thread, 'list', { kind: 'list', pasted, options }, soon);
        return opened(await fetchPacked(thread, head, soon));
      });
    },

    async readOptOuts(source, options) {
      const thread = startThread(megabytes, () => {});
      return endingIt(thread, { field: 'file', withinMs, signal: never }, async (within) => {
        const soon = within();
        const { head, lengths } = await ask(thread, 'optOuts', { kind: 'optOuts', source, options }, soon);
        const rows: Record<string, unknown[]> = {};
        for (const part of parts) {
          const found: unknown[] = [];
          rows[part] = found;
          while (found.length < lengths[part]) {
            const piece = await ask(thread, 'rows', { kind: 'rows', part, from: found.length }, soon);
            found.push(...piece.rows);
          }
        }
        return { ...head, ...rows } as OptOutFile;
      });
    },
  };
}

const never = new AbortController().signal;

function filesOf(source: readonly ArrivingFile[] | AsyncIterable<Uint8Array>): readonly ArrivingFile[] {
  return Symbol.asyncIterator in source ? [{ name: '', bytes: source }] : source;
}

/** `within`: begins the time in which it has to be done. */
async function endingIt<T>(
  thread: Thread,
  { field, withinMs, signal }: { field: FormField; withinMs: number; signal: AbortSignal },
  act: (within: () => AbortSignal) => Promise<T>,
): Promise<T> {
  let late: AbortSignal | undefined;
  try {
    return await act(() => {
      late = AbortSignal.timeout(withinMs);
      return AbortSignal.any([late, signal]);
    });
  } catch (error) {
    throw late?.aborted ? tooSlow(field) : isOutOfMemory(error) ? tooMuch(field) : error;
  } finally {
    await thread.end();
  }
}

const bytesAtOnce = 1024 * 1024;

/** Gives the thread all bytes of all files as they arrive. */
async function handOver(thread: Thread, files: readonly ArrivingFile[], signal: AbortSignal): Promise<void> {
  let total = 0;
  for (const { name, bytes } of files) {
    await ask(thread, 'taken', { kind: 'file', name }, signal);
    for await (const chunk of inLargePieces(bytes)) {
      total += chunk.length;
      if (total > listLimits.allBytes) throw tooLarge('file', listLimits.allMegabytes);
      await ask(thread, 'taken', { kind: 'bytes', chunks: [chunk] }, signal);
    }
  }
}

/** Each in memory of its own, which can be handed over. */
async function* inLargePieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  let [piece, length] = [new Uint8Array(bytesAtOnce), 0];
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + bytesAtOnce - length);
      piece.set(part, length);
      length += part.length;
      at += part.length;
      if (length < bytesAtOnce) continue;
      yield piece;
      [piece, length] = [new Uint8Array(bytesAtOnce), 0];
    }
  }
  if (length > 0) yield piece.slice(0, length);
}

/** Some pieces at a time, so that taking them over holds nothing up either. */
async function fetchPacked(thread: Thread, head: PackedHead, signal: AbortSignal): Promise<PackedList> {
  const { lengths, pieces: counts, lines, ...list } = head;
  const packed: Partial<Record<PackedPart, PackedList[PackedPart]>> = {};
  for (const part of packedParts) {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    while (pieces.length < counts[part]) {
      pieces.push(...(await ask(thread, 'pieces', { kind: 'pieces', part, from: pieces.length }, signal)).pieces);
    }
    packed[part] = { length: lengths[part], pieces, lines: lines[part] };
  }
  return { ...list, ...packed } as PackedList;
}

type AnswerOf<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

async function ask<Kind extends Answer['kind']>(
  thread: Thread,
  kind: Kind,
  question: Question,
  signal: AbortSignal,
): Promise<AnswerOf<Kind>> {
  const answer = await thread.ask(question, signal);
  if (answer.kind === 'refused') throw new CampaignError(answer.code, answer.message, answer.field);
  if (answer.kind !== kind) throw new Error(`The reading thread answered out of turn: ${answer.kind}.`);
  return answer as AnswerOf<Kind>;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooSlow(field: FormField): CampaignError {
  const sentence = 'This list takes too long to read. Split it into several, with one person per line.';
  return new CampaignError('list_too_slow', sentence, field);
}

function tooMuch(field: FormField): CampaignError {
  const sentence = 'This list takes too much memory to read. Split it into several.';
  return new CampaignError('list_too_large', sentence, field);
}
