const longest = 80;

/** The person's name from the columns titled so; null when there is none or it is empty. */
export function nameInList(columns: readonly string[], values: readonly string[]): string | null {
  const value = (column: string): string => values[columns.indexOf(column)]?.trim() ?? '';
  const name =
    value('name') || value('full_name') || [value('first_name'), value('last_name')].filter(Boolean).join(' ');
  return name === '' ? null : name.slice(0, longest);
}
