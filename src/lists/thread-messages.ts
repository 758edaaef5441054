import type { FormField } from '../domain/campaign-error.ts';
import type { OptOutFile } from '../domain/list/opt-outs/read-opt-outs.ts';
import type { PackedList, ReadOptions } from '../domain/list/read-list.ts';

/** What of a file of opt-outs grows with its rows: it is handed over in pieces. */
export const parts = ['optOuts', 'refused'] as const satisfies (keyof OptOutFile)[];
export type Part = (typeof parts)[number];

/** What of a list is packed: its pieces are handed over some at a time. */
export const packedParts = ['recipients', 'marked', 'duplicates', 'invalid'] as const satisfies (keyof PackedList)[];
export type PackedPart = (typeof packedParts)[number];

/** What the reading thread is asked: to take bytes of files, to read, once, and then for pieces of what it read. */
export type Question =
  | { kind: 'file'; name: string }
  /** Of the last file. */
  | { kind: 'bytes'; chunks: Uint8Array<ArrayBuffer>[] }
  | { kind: 'list'; pasted: string | null; options: Omit<ReadOptions, 'seen'> }
  | { kind: 'pieces'; part: PackedPart; from: number }
  | { kind: 'optOuts'; source: Uint8Array; options: { country: string; now: Date } }
  | { kind: 'rows'; part: Part; from: number };

type Lengths<T extends PackedPart | Part> = Record<T, number>;
/** `lines`: of every row, in the order of the pieces. */
export type PackedHead = Omit<PackedList, PackedPart> & {
  lengths: Lengths<PackedPart>;
  pieces: Lengths<PackedPart>;
  lines: Record<PackedPart, Uint32Array<ArrayBuffer>>;
};

export type Answer =
  | { kind: 'taken' }
  | { kind: 'list'; head: PackedHead }
  | { kind: 'pieces'; pieces: Uint8Array<ArrayBuffer>[] }
  | { kind: 'optOuts'; head: Omit<OptOutFile, Part>; lengths: Lengths<Part> }
  | { kind: 'rows'; rows: readonly unknown[] }
  | { kind: 'refused'; code: string; message: string; field: FormField | undefined };

/** Told unasked while a list is read: how many lines have been, of about how many. */
export type Progress = { kind: 'progress'; lines: number; about: number };
