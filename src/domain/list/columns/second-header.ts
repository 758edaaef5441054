import { CampaignError, type FormField } from '../../campaign-error.ts';
import type { Table } from './layout.ts';
import { saysStop } from './marks.ts';
import { meaningOf } from './meaning.ts';
import type { Source } from './sources.ts';

/** Lists put together from several repeat their header. */
export function isHeaderAgain(row: readonly string[], { header, titles }: Table): boolean {
  const isSame = (title: string, index: number) =>
    (row[index] ?? '').trim().toLowerCase() === title.trim().toLowerCase();
  return header !== null && row.length <= titles.length && titles.every(isSame);
}

/** A second table below the first may have its numbers elsewhere. */
export function refuseOtherHeader(
  row: readonly string[],
  line: number,
  { layout, source, field }: { layout: Table; source: Source | undefined; field: FormField },
): void {
  if (source?.columns.kind !== 'one' || !layout.header) return;
  // "Total,2": what is counted below a list names no columns.
  if (row.some((cell) => isFigure.test(cell.trim()))) return;
  const cell = (row[source.columns.index] ?? '').trim();
  const meaning = /\d/.test(cell) || cell === '' ? 'none' : meaningOf(cell);
  if (meaning === 'none' || meaning === 'weak' || cell === source.title || deniesNumber(cell)) return;
  const sentence = `Line ${line} names other columns than line ${layout.header.line}. Put each list into a file of its own.`;
  throw new CampaignError('second_header', sentence, field);
}

const isFigure = /^[\d.,]{1,20}$/;

/** "no phone", "do not text" in place of one person's number. */
function deniesNumber(cell: string): boolean {
  return (
    saysStop(cell) ||
    /^(?:no|not|none|without|do not|don['’]?t|keine?|ohne|sans|pas de|sin|senza|sem|geen|brak)\s/i.test(cell)
  );
}
