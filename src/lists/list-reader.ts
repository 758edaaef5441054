import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { CampaignError, type FormField } from '../domain/campaign-error.ts';
import type { OptOutFile } from '../domain/list/opt-outs/read-opt-outs.ts';
import { collectList, type ReadList } from '../domain/list/read-list.ts';
import type { ListReader } from '../ports/world.ts';
import { type Answer, type Part, parts, type Question } from './thread-messages.ts';

/** A list that takes longer was made to: a million honest rows take less than half of it. */
const mostMs = 180_000;
/** What a million rows need, and twice as much. */
const mostMegabytes = 1_536;

/**
 * Reads each list in a thread of its own: whatever is in it, messages, webhooks and answers go on meanwhile. One that takes
 * too long or too much memory ends with a CampaignError, and its thread with it.
 */
export function createListReader({ withinMs = mostMs, megabytes = mostMegabytes } = {}): ListReader {
  const inThread = async <Whole>(question: Reading, field: FormField): Promise<Whole> => {
    const thread = new Worker(new URL('./reading-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const late = AbortSignal.timeout(withinMs);
    try {
      return (await readIn(thread, question, late)) as Whole;
    } catch (error) {
      throw late.aborted ? tooSlow(field) : isOutOfMemory(error) ? tooMuch(field) : error;
    } finally {
      await thread.terminate();
    }
  };
  return {
    async read(source, options) {
      const field = typeof source === 'string' ? 'pasted' : 'file';
      const list = typeof source === 'string' ? source : await collectList(source);
      return inThread<ReadList>({ kind: 'read', of: 'list', source: list, options }, field);
    },
    readOptOuts: (source, options) => inThread<OptOutFile>({ kind: 'read', of: 'optOuts', source, options }, 'file'),
  };
}

type Reading = Extract<Question, { kind: 'read' }>;

async function readIn(thread: Worker, question: Reading, signal: AbortSignal): Promise<object> {
  const answer = await ask(thread, question, signal);
  if (answer.kind === 'refused') throw new CampaignError(answer.code, answer.message, answer.field);
  if (answer.kind !== 'read') throw new Error(`The reading thread answered out of turn: ${answer.kind}.`);
  const rows: Partial<Record<Part, unknown[]>> = {};
  for (const part of parts[question.of]) rows[part] = await fetchAll(thread, part, answer.counts[part] ?? 0, signal);
  return { ...answer.head, ...rows };
}

/** Piece by piece, so that taking them over holds nothing up either. */
async function fetchAll(thread: Worker, part: Part, count: number, signal: AbortSignal): Promise<unknown[]> {
  const rows: unknown[] = [];
  while (rows.length < count) {
    const answer = await ask(thread, { kind: 'rows', part, from: rows.length }, signal);
    if (answer.kind !== 'rows') throw new Error(`The reading thread answered out of turn: ${answer.kind}.`);
    rows.push(...answer.rows);
  }
  return rows;
}

async function ask(thread: Worker, question: Question, signal: AbortSignal): Promise<Answer> {
  const settled = new AbortController();
  const ends = { signal: AbortSignal.any([signal, settled.signal]) };
  const answered = once(thread, 'message', ends) as Promise<[Answer]>;
  const ended = once(thread, 'exit', ends).then(() => {
    throw new Error('The reading thread ended without an answer.');
  });
  thread.postMessage(question);
  try {
    const [answer] = await Promise.race([answered, ended]);
    return answer;
  } finally {
    ended.catch(() => {});
    settled.abort();
  }
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
