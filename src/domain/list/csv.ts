/**
 * One line of a CSV file after RFC 4180, without its line end. What a spreadsheet would run as a formula is made harmless,
 * also where it would cut a cell at a semicolon or a tab, as it does in many countries whatever quotes stand around it.
 */
export function csvRow(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(text: string): string {
  const safe = text.replace(formulaStart, (_, offset: number) => (phoneNumber.test(partAt(text, offset)) ? '' : "'"));
  return separator.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What would stand in a cell of its own, when the cell is cut at every separator. */
function partAt(text: string, offset: number): string {
  return text.slice(offset).split(separator, 1)[0]!;
}

const separator = /[",;|\t\v\f\r\n\u0085\u2028\u2029]/;
/** Where a cell begins for one spreadsheet or another, and a formula with it; some skip what stands before it. */
const formulaStart = /(?<=^|[;|\t\v\f\r\n\u0085\u2028\u2029])(?=[ \u00a0"]*[=+\-@\0＝＋－＠])|^(?=[\t\r])/g;
const phoneNumber = /^\+\d{7,15}$/;
