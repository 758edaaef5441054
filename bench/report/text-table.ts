import type { Column, Floor, Row, Table } from '../run/section.ts';

/** A table as texts: the titles, then a row each. Columns that stand beside the floor are followed by that relation. */
export function cellsOf(table: Table, measured: Floor): { head: string[]; rows: string[][]; isText: boolean[] } {
  const floor = floorOf(table, measured);
  const head = ['', ...table.columns.flatMap((column) => [column.title, ...(column.beside ? ['of the floor'] : [])])];
  const rows = table.rows.map((row) => [
    row.name,
    ...table.columns.flatMap((column) => [
      cellOf(row, column),
      ...(column.beside ? [relation(row.values[column.key], floor[column.beside])] : []),
    ]),
  ]);
  const isWords = ({ key }: Column) => table.rows.some(({ values }) => typeof values[key] === 'string');
  const isText = [true, ...table.columns.flatMap((column) => [isWords(column), ...(column.beside ? [false] : [])])];
  return { head, rows, isText };
}

/** A table that measured the floor among its rows is held against that. */
function floorOf(table: Table, measured: Floor): Floor {
  const own = table.rows.find(({ isFloor }) => isFloor);
  const ownOf = (beside: keyof Floor): number => {
    const column = table.columns.find((candidate) => candidate.beside === beside);
    const value = column && own?.values[column.key];
    return typeof value === 'number' ? value : measured[beside];
  };
  return { perSecond: ownOf('perSecond'), cpuMicros: ownOf('cpuMicros') };
}

function cellOf(row: Row, { key, digits = 0 }: Column): string {
  const value = row.values[key];
  if (value === undefined || Number.isNaN(value)) return '–';
  return typeof value === 'string' ? value : number(value, digits);
}

function relation(value: number | string | undefined, floor: number): string {
  return typeof value === 'number' && !Number.isNaN(value) ? `${(value / floor).toFixed(2)}×` : '–';
}

export function number(value: number, digits: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** For a terminal: the first column to the left, all others to the right. */
export function textTable(table: Table, floor: Floor): string {
  const { head, rows, isText } = cellsOf(table, floor);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (isText[at] ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd();
  return [table.title, line(head), ...rows.map(line)].map((text) => `  ${text}`).join('\n');
}
