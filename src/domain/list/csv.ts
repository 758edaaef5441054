/** One line of a CSV file after RFC 4180, without its line end. Cells that a spreadsheet would run as a formula are made harmless. */
export function csvRow(cells: readonly string[]): string {
  return cells.map(csvCell).join(',');
}

function csvCell(text: string): string {
  const safe = startsFormula.test(text) && !phoneNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const startsFormula = /^[=+\-@\t\r\0＝＋－＠]/;
const phoneNumber = /^\+\d{7,15}$/;
