import { parentPort } from 'node:worker_threads';
import { CampaignError } from '../domain/campaign-error.ts';
import { readOptOuts } from '../domain/list/opt-outs/read-opt-outs.ts';
import { readRecipients } from '../domain/list/read-list.ts';
import { type Answer, type Head, type Kind, type Part, parts, type Question } from './thread-messages.ts';

/** Rows in one message: taking them over is a matter of a millisecond or two. */
const rowsAtOnce = 500;

const read = new Map<Part, readonly unknown[]>();

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));

async function answer(question: Question): Promise<Answer> {
  if (question.kind === 'rows') {
    const { part, from } = question;
    return { kind: 'rows', rows: read.get(part)?.slice(from, from + rowsAtOnce) ?? [] };
  }
  try {
    return asRead(question.of, await readIt(question));
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    return { kind: 'refused', code: error.code, message: error.message, field: error.field };
  }
}

function readIt(question: Exclude<Question, { kind: 'rows' }>) {
  const { source, options } = question;
  if (question.of === 'optOuts') return readOptOuts(question.source, question.options);
  return readRecipients(typeof source === 'string' ? source : once(source), options);
}

/** Keeps what grows with the rows until it is fetched. */
function asRead(kind: Kind, whole: Partial<Record<Part, readonly unknown[]>>): Answer {
  const head: Record<string, unknown> = { ...whole };
  const counts: Partial<Record<Part, number>> = {};
  for (const part of parts[kind]) {
    const rows = whole[part] ?? [];
    read.set(part, rows);
    counts[part] = rows.length;
    delete head[part];
  }
  return { kind: 'read', head: head as Head[Kind], counts };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
