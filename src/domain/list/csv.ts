/**
 * One line of a CSV file (RFC 4180) without its line end. Spreadsheet formulas are made harmless, also behind a
 * semicolon or a tab: in many countries spreadsheets cut cells there in spite of the quotes.
 */
export function csvRow(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(text: string): string {
  const safe = text.replace(formulaStart, (_, offset: number) => (phoneNumber.test(partAt(text, offset)) ? '' : "'"));
  return separator.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The cell that begins here when a spreadsheet cuts at every separator. */
function partAt(text: string, offset: number): string {
  return text.slice(offset).split(separator, 1)[0]!;
}

const separator = /[",;|\t\v\f\r\n\u0085\u2028\u2029]/;
/** Where one spreadsheet or another begins a cell and thus a formula; some skip characters before it. */
const formulaStart = /(?<=^|[;|\t\v\f\r\n\u0085\u2028\u2029])(?=[ \u00a0"]*[=+\-@\0＝＋－＠])|^(?=[\t\r])/g;
const phoneNumber = /^\+\d{7,15}$/;
