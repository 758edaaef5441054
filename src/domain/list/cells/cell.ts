/** A cell has at most this many characters. */
export const longestCell = 1_000;

/** A cell's content without what keeps a spreadsheet from reading it as an amount. */
export function clean(cell: string): string {
  const text = cell.replaceAll('\0', '').trim();
  return text.startsWith('=')
    ? text.replace(/^="((?:[^"]|"")*)"$/, (_, inside: string) => inside.replaceAll('""', '"'))
    : text;
}
