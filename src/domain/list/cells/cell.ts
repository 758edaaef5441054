/** A cell has no more characters than this. */
export const longestCell = 1_000;

/** What stands in a cell, without what keeps a spreadsheet from taking it for an amount. */
export function clean(cell: string): string {
  const text = cell.replaceAll('\0', '').trim();
  return text.startsWith('=')
    ? text.replace(/^="((?:[^"]|"")*)"$/, (_, inside: string) => inside.replaceAll('""', '"'))
    : text;
}
