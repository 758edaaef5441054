import { randomBytes } from 'node:crypto';
import type { CampaignId } from '../../../domain/ids.ts';
import { keepNewest } from '../../../domain/keep-newest.ts';
import { createListHash } from '../../../domain/list/hash.ts';
import { type Many, piecesOfLength } from '../../../domain/many.ts';
import { placeKey } from '../../../domain/place/place-key.ts';
import { whereaboutsOf } from '../../../domain/place/whereabouts.ts';
import type { ListedRecipient } from '../../../domain/recipient/recipient.ts';
import { StorageError } from '../../../ports/store.ts';
import { listSumOf } from '../files/checksum.ts';
import type { DocumentFiles } from '../files/document-file.ts';
import { inParallel, inParallelOf } from '../files/in-parallel.ts';
import { chunkSize, chunksOf, listDocument } from '../memory/document-names.ts';
import type { ListRef } from '../memory/events.ts';
import { isNumberAt, type NumberColumn, numberColumn, setNumber } from '../memory/number-column.ts';
import { type PlaceColumn, placeColumn } from '../memory/place-column.ts';
import { ListDocument, type ListRow } from './document-forms.ts';

/** What is kept in memory of a list. `leftOut`: positions by the reason for which the campaign's rules leave them out. */
export type ListColumns = {
  numbers: NumberColumn;
  leftOut: ReadonlyMap<string, readonly number[]>;
  places: PlaceColumn;
};

export type HashWish = { columns: readonly string[]; numbers: NumberColumn; signal: AbortSignal };

/** Lists as they came, never changed once written. Values are read when needed, not kept in memory. */
export type Lists = {
  /** Durable before any event says that the campaign has this list. */
  write(campaignId: CampaignId, list: Many<ListedRecipient>): Promise<{ list: ListRef } & ListColumns>;
  columns(campaignId: CampaignId, list: ListRef): Promise<ListColumns>;
  /** For a list whose parts have no checksums yet: what they are, and the hash of the whole as stored now. */
  adopt(campaignId: CampaignId, list: ListRef, columns: readonly string[]): Promise<{ list: ListRef; hash: string }>;
  /** The hash of the whole as stored now, read from the disk; rejects when a part, or a number in memory, is another. */
  hash(campaignId: CampaignId, list: ListRef, wish: HashWish): Promise<string>;
  /** The error for a list that is not what was approved. */
  damaged(campaignId: CampaignId, list: ListRef, what: string): Error;
  rows(campaignId: CampaignId, list: ListRef, chunk: number): Promise<readonly ListRow[]>;
  /** The lines in the file of one document's rows, and why they are left out, if that was kept. */
  about(campaignId: CampaignId, list: ListRef, chunk: number): Promise<Pick<ListDocument, 'lines' | 'leftOut'>>;
  remove(campaignId: CampaignId, list: ListRef): Promise<void>;
};

/** At most this many documents' rows are kept: what a few campaigns are sending now. */
const maxCached = 32;

/** The lists in these files, a document for each 500 rows. Reading rejects when a part is not what was stored. */
export function listDocuments(files: DocumentFiles): Lists {
  const cache = new Map<string, ListDocument>();
  const reading = new Map<string, ReturnType<typeof read>>();

  /** Each time: the disk may have changed since the last time. */
  async function read(id: CampaignId, list: ListRef, chunk: number): Promise<{ document: ListDocument; sum: string }> {
    const name = listDocument(id, list.generation, chunk);
    const { data: document, bytes } = await files.read(name, ListDocument);
    const expected = Math.min(chunkSize, list.size - chunk * chunkSize);
    const { length } = document.rows;
    if (length !== expected) throw files.damaged(name, `it holds ${length} rows instead of ${expected}`);
    const sum = listSumOf(bytes);
    if (list.sums && list.sums[chunk] !== sum) throw files.damaged(name, 'it is not the list that was stored');
    return { document, sum };
  }

  async function recent(campaignId: CampaignId, list: ListRef, chunk: number): Promise<ListDocument> {
    const name = listDocument(campaignId, list.generation, chunk);
    const known = cache.get(name);
    if (known) return known;
    const running = reading.get(name) ?? read(campaignId, list, chunk).finally(() => reading.delete(name));
    reading.set(name, running);
    try {
      const { document } = await running;
      keepNewest(cache, name, document, maxCached);
      return document;
    } catch (error) {
      throw storageError('The list cannot be read', error);
    }
  }

  /** Rows as they are parsed: as objects, a million took five times as long. The next part is read meanwhile. */
  async function hashAsStored(id: CampaignId, list: ListRef, wish: HashWish): Promise<string> {
    const { columns, numbers, signal } = wish;
    const hash = createListHash(columns);
    const begin = (chunk: number) => {
      const part = chunk < chunksOf(list.size) ? read(id, list, chunk) : undefined;
      part?.catch(() => {});
      return part;
    };
    let part = begin(0);
    for (let chunk = 0; part; chunk += 1) {
      const { document } = await part;
      signal.throwIfAborted();
      part = begin(chunk + 1);
      for (const [index, row] of document.rows.entries()) {
        if (!isNumberAt(numbers, chunk * chunkSize + index, row[0])) {
          throw files.damaged(listDocument(id, list.generation, chunk), 'it is not the list in memory');
        }
        hash.addRow(row, document.leftOut?.[index] || undefined);
      }
    }
    return hash.digest();
  }

  async function writeAll(
    id: CampaignId,
    list: ListRef,
    recipients: Many<ListedRecipient>,
  ): Promise<{ list: ListRef } & ListColumns> {
    const numbers = numberColumn(recipients.length);
    const leftOut = new Map<string, number[]>();
    const places = placeColumn(recipients.length);
    const sums: string[] = [];
    await inParallelOf(piecesOfLength(recipients, chunkSize), async (part, chunk) => {
      for (const [index, { number }] of part.entries()) setNumber(numbers, chunk * chunkSize + index, number);
      const rows = part.map(({ number, values }): ListRow => [number, ...values]);
      const lines = part.flatMap(({ line }) => line ?? []);
      const reasons = part.map((recipient) => recipient.leftOut ?? '');
      noteLeftOut(leftOut, reasons, chunk);
      const inDocument = placesOf(part);
      notePlaces(places, inDocument ?? placesByNumber(rows), chunk);
      const document = {
        rows,
        ...(lines.length === rows.length && { lines }),
        ...(reasons.some((reason) => reason !== '') && { leftOut: reasons }),
        ...(inDocument && { places: inDocument }),
      };
      sums[chunk] = listSumOf(await files.write(listDocument(id, list.generation, chunk), document, ListDocument));
    });
    if (sums.length !== chunksOf(list.size)) throw new Error(`A list of ${list.size} people came as fewer.`);
    await files.syncFolder();
    return { list: { ...list, sums }, numbers, leftOut, places };
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
        return await writeAll(campaignId, list, recipients);
      } catch (error) {
        await remove(campaignId, list).catch(() => {});
        throw storageError('The list cannot be stored', error);
      }
    },

    async columns(campaignId, list) {
      const numbers = numberColumn(list.size);
      const leftOut = new Map<string, number[]>();
      const places = placeColumn(list.size);
      await inParallel(chunksOf(list.size), async (chunk) => {
        const { document } = await read(campaignId, list, chunk);
        for (const [index, [number]] of document.rows.entries()) setNumber(numbers, chunk * chunkSize + index, number);
        noteLeftOut(leftOut, document.leftOut ?? [], chunk);
        notePlaces(places, document.places ?? placesByNumber(document.rows), chunk);
      });
      return { numbers, leftOut, places };
    },

    async adopt(campaignId, list, columns) {
      const hash = createListHash(columns);
      const sums: string[] = [];
      for (let chunk = 0; chunk < chunksOf(list.size); chunk += 1) {
        const { document, sum } = await read(campaignId, list, chunk);
        for (const row of document.rows) hash.addRow(row);
        sums.push(sum);
      }
      return { list: { ...list, sums }, hash: hash.digest() };
    },

    async hash(campaignId, list, wish) {
      try {
        return await hashAsStored(campaignId, list, wish);
      } catch (error) {
        wish.signal.throwIfAborted();
        throw storageError('The list cannot be read', error);
      }
    },

    damaged: (campaignId, list, what) => files.damaged(listDocument(campaignId, list.generation, 0), what),

    rows: async (campaignId, list, chunk) => (await recent(campaignId, list, chunk)).rows,
    about: async (campaignId, list, chunk) => recent(campaignId, list, chunk),

    remove,
  };
}

function noteLeftOut(leftOut: Map<string, number[]>, reasons: readonly string[], chunk: number): void {
  for (const [index, reason] of reasons.entries()) {
    if (reason === '') continue;
    const nos = leftOut.get(reason) ?? [];
    nos.push(chunk * chunkSize + index);
    leftOut.set(reason, nos);
  }
}

function placesOf(part: readonly ListedRecipient[]): ListDocument['places'] {
  if (part.every(({ place }) => place === undefined)) return undefined;
  const keys = [...new Set(part.map(({ place }) => place ?? ''))];
  return { keys, of: part.map(({ place }) => keys.indexOf(place ?? '')) };
}

/** Of a list from before anybody asked where its people are. */
function placesByNumber(rows: readonly ListRow[]): ListDocument['places'] {
  return placesOf(rows.map(([number]) => ({ number, values: [], place: placeKey(whereaboutsOf(number).whereabouts) })));
}

function notePlaces(column: ReturnType<typeof placeColumn>, places: ListDocument['places'], chunk: number): void {
  for (const [index, at] of (places?.of ?? []).entries()) column.set(chunk * chunkSize + index, places?.keys[at] ?? '');
}

function storageError(what: string, cause: unknown): StorageError {
  const isDamage = cause instanceof StorageError && cause.isDamage;
  return new StorageError(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { isDamage });
}
