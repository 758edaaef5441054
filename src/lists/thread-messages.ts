import type { FormField } from '../domain/campaign-error.ts';
import type { OptOutFile } from '../domain/list/opt-outs/read-opt-outs.ts';
import type { ListOptions, ReadList } from '../domain/list/read-list.ts';

/** What of a list, or of a file of opt-outs, grows with its rows: it is handed over in pieces. */
export const parts = {
  list: ['recipients', 'marked', 'duplicates', 'invalid'],
  optOuts: ['optOuts', 'refused'],
} as const satisfies { list: (keyof ReadList)[]; optOuts: (keyof OptOutFile)[] };
export type Kind = keyof typeof parts;
export type Part = (typeof parts)[Kind][number];
export type Head = { list: Omit<ReadList, Part>; optOuts: Omit<OptOutFile, Part> };

/** What the reading thread is asked: to read, once, and then for rows of what it read. */
export type Question =
  | { kind: 'read'; of: 'list'; source: string | Uint8Array; options: Omit<ListOptions, 'field'> }
  | { kind: 'read'; of: 'optOuts'; source: Uint8Array; options: { country: string; now: Date } }
  | { kind: 'rows'; part: Part; from: number };

export type Answer =
  | { kind: 'read'; head: Head[Kind]; counts: Partial<Record<Part, number>> }
  | { kind: 'rows'; rows: readonly unknown[] }
  | { kind: 'refused'; code: string; message: string; field: FormField | undefined };
