import { parentPort } from 'node:worker_threads';
import { CampaignError } from '../domain/campaign-error.ts';
import { type ReadList, readRecipients } from '../domain/list/read-list.ts';
import type { Answer, Question } from './thread-messages.ts';

/** Rows in one message: taking them over is a matter of a millisecond or two. */
const rowsAtOnce = 500;

let read: ReadList | undefined;

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));

async function answer(question: Question): Promise<Answer> {
  if (question.kind === 'rows') {
    const { part, from } = question;
    return { kind: 'rows', rows: read?.[part].slice(from, from + rowsAtOnce) ?? [] };
  }
  try {
    const { list, options } = question;
    read = await readRecipients(typeof list === 'string' ? list : once(list), options);
    const { recipients, marked, duplicates, invalid, ...head } = read;
    const counts = {
      recipients: recipients.length,
      marked: marked.length,
      duplicates: duplicates.length,
      invalid: invalid.length,
    };
    return { kind: 'read', head, counts };
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    return { kind: 'refused', code: error.code, message: error.message, field: error.field };
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
