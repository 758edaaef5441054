/** The spelling that columns and placeholders share: "First Name" → `first_name`, "Größe" → `grosse`; empty if none fits. */
export function columnName(text: string): string {
  return foldTitle(text).slice(0, 42).replace(/_$/, '');
}

/** The same in full: lower case, no accents, `_` between words. */
export function foldTitle(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

function withoutAccents(text: string): string {
  return /^[ -~]*$/.test(text) ? text : text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
}

/** A name for each cell of a table's header row; none twice, none empty. */
export function columnNames(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const name = columnName(cell) || `column_${index + 1}`;
    let unique = name;
    for (let no = 2; taken.has(unique); no++) unique = `${name}_${no}`;
    taken.add(unique);
    return unique;
  });
}
