import { z } from 'zod';
import { sumOf } from '../files/checksum.ts';
import type { DocumentFiles } from '../files/document-file.ts';
import { readDocumentName } from '../memory/document-names.ts';
import type { Meta } from './document-forms.ts';

/** Reads only documents that are as meta.json knows them, or newer. */
export type CheckedDocuments = {
  read<T extends { seq: number }>(name: string, schema: z.ZodType<T>): Promise<T>;
  /** Of those that were read. */
  readonly sums: ReadonlyMap<string, string>;
  /** Rejects when one of these files is a document that meta.json must know and does not. */
  refuseUnnamed(fileNames: readonly string[]): Promise<void>;
  damaged(name: string, what: string): Error;
};

/** The folder's documents, each checked against the sums in `meta`; rejects, naming the file, when one is damaged or older. */
export function checkedDocuments(files: DocumentFiles, meta: Meta): CheckedDocuments {
  const sums = new Map<string, string>();

  return {
    sums,
    async read(name, schema) {
      const { data, bytes, isSealed } = await files.read(name, schema);
      const sum = sumOf(bytes);
      const known = meta.documents.get(name);
      const isKnown = sum === known || (known === null && meta.isFormer);
      // An unfinished checkpoint wrote it: the journal still has everything since.
      const isNewer = isSealed && data.seq >= meta.journalFrom;
      if (!isKnown && !isNewer) throw files.damaged(name, 'it is not the one that meta.json knows, but an older one');
      sums.set(name, sum);
      return data;
    },

    async refuseUnnamed(fileNames) {
      const known = new Set([...meta.documents.keys(), ...(meta.discarded ?? [])]);
      for (const fileName of fileNames) {
        const name = fileName.replace(/\.json$/, '');
        if (name === fileName || known.has(name) || !readDocumentName(name)) continue;
        const { data } = await files.read(name, z.object({ seq: z.number() }));
        if (data.seq < meta.journalFrom) throw files.damaged('meta', `it does not know ${fileName}`);
      }
    },
    damaged: files.damaged,
  };
}
