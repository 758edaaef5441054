import type { FormField } from '../domain/campaign-error.ts';
import type { ListOptions, ReadList } from '../domain/list/read-list.ts';

/** What of a list grows with its rows: it is handed over in pieces. */
export const parts = ['recipients', 'marked', 'duplicates', 'invalid'] as const;
export type Part = (typeof parts)[number];
export type Parts = Pick<ReadList, Part>;

/** What the reading thread is asked: to read, once, and then for rows of what it read. */
export type Question =
  | { kind: 'read'; list: string | Uint8Array; options: Omit<ListOptions, 'field'> }
  | { kind: 'rows'; part: Part; from: number };

export type Answer =
  | { kind: 'read'; head: Omit<ReadList, Part>; counts: Record<Part, number> }
  | { kind: 'rows'; rows: readonly unknown[] }
  | { kind: 'refused'; code: string; message: string; field: FormField | undefined };
