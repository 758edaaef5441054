import { randomBytes } from 'node:crypto';
import type { CampaignId } from '../../domain/ids.ts';
import type { ListedRecipient } from '../../domain/recipient.ts';
import { StorageError } from '../../ports.ts';
import type { DocumentFiles } from './document-file.ts';
import { ListDocument, type ListRow } from './document-forms.ts';
import { chunkSize, chunksOf, listDocument } from './document-names.ts';
import type { ListRef } from './events.ts';
import { inParallel } from './in-parallel.ts';
import { type NumberColumn, numberColumn, setNumber } from './number-column.ts';

/** Lists as they came: never changed once written. Values are read when they are needed, not kept in memory. */
export type Lists = {
  /** Durable before any event says that the campaign has this list. */
  write(campaignId: CampaignId, list: readonly ListedRecipient[]): Promise<{ list: ListRef; numbers: NumberColumn }>;
  numbers(campaignId: CampaignId, list: ListRef): Promise<NumberColumn>;
  rows(campaignId: CampaignId, list: ListRef, chunk: number): Promise<readonly ListRow[]>;
  /** The lines of the file that the rows of one document stood in, when they were kept. */
  lines(campaignId: CampaignId, list: ListRef, chunk: number): Promise<readonly number[] | undefined>;
  remove(campaignId: CampaignId, list: ListRef): Promise<void>;
};

/** Documents whose rows are kept: what a few campaigns are sending just now. */
const maxCached = 32;

export function listDocuments(files: DocumentFiles): Lists {
  const cache = new Map<string, ListDocument>();
  const reading = new Map<string, Promise<ListDocument>>();

  async function read(name: string, expected: number): Promise<ListDocument> {
    const document = await files.read(name, ListDocument);
    const { length } = document.rows;
    if (length !== expected) throw files.damaged(name, `it holds ${length} rows instead of ${expected}`);
    return document;
  }

  async function recent(campaignId: CampaignId, list: ListRef, chunk: number): Promise<ListDocument> {
    const name = listDocument(campaignId, list.generation, chunk);
    const known = cache.get(name);
    if (known) return known;
    const running = reading.get(name) ?? read(name, rowsIn(list, chunk)).finally(() => reading.delete(name));
    reading.set(name, running);
    try {
      const document = await running;
      keep(name, document);
      return document;
    } catch (error) {
      throw storageError('The list cannot be read', error);
    }
  }

  function keep(name: string, document: ListDocument): void {
    cache.delete(name);
    cache.set(name, document);
    const oldest = cache.keys().next();
    if (cache.size > maxCached && !oldest.done) cache.delete(oldest.value);
  }

  async function writeAll(
    id: CampaignId,
    list: ListRef,
    recipients: readonly ListedRecipient[],
  ): Promise<NumberColumn> {
    const numbers = numberColumn(recipients.length);
    await inParallel(chunksOf(recipients.length), async (chunk) => {
      const part = recipients.slice(chunk * chunkSize, (chunk + 1) * chunkSize);
      for (const [index, { number }] of part.entries()) setNumber(numbers, chunk * chunkSize + index, number);
      const rows = part.map(({ number, values }): ListRow => [number, ...values]);
      const lines = part.flatMap(({ line }) => line ?? []);
      const document = lines.length === rows.length ? { rows, lines } : { rows };
      await files.write(listDocument(id, list.generation, chunk), document, ListDocument);
    });
    await files.settle();
    return numbers;
  }

  async function remove(id: CampaignId, list: ListRef): Promise<void> {
    for (let chunk = 0; chunk < chunksOf(list.size); chunk += 1) {
      await files.remove(listDocument(id, list.generation, chunk));
    }
  }

  return {
    async write(campaignId, recipients) {
      const list = { generation: randomBytes(4).toString('hex'), size: recipients.length };
      try {
        return { list, numbers: await writeAll(campaignId, list, recipients) };
      } catch (error) {
        await remove(campaignId, list).catch(() => {});
        throw storageError('The list cannot be stored', error);
      }
    },

    async numbers(campaignId, list) {
      const numbers = numberColumn(list.size);
      await inParallel(chunksOf(list.size), async (chunk) => {
        const { rows } = await read(listDocument(campaignId, list.generation, chunk), rowsIn(list, chunk));
        for (const [index, [number]] of rows.entries()) setNumber(numbers, chunk * chunkSize + index, number);
      });
      return numbers;
    },

    rows: async (campaignId, list, chunk) => (await recent(campaignId, list, chunk)).rows,
    lines: async (campaignId, list, chunk) => (await recent(campaignId, list, chunk)).lines,

    remove,
  };
}

function rowsIn(list: ListRef, chunk: number): number {
  return Math.min(chunkSize, list.size - chunk * chunkSize);
}

function storageError(what: string, cause: unknown): StorageError {
  return new StorageError(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`);
}
