/** The rows of a table written as text. What begins with a space goes on with the row before it. */
export function readRows(text: string, end: ';' | '\n'): string[] {
  return text
    .replace(/\n /g, ' ')
    .split(end)
    .map((row) => row.trim().replace(/\s+/g, ' '))
    .filter((row) => row !== '');
}

/** Rows such as "value: key key" → the value of each key. */
export function valueByKey(text: string): Map<string, string> {
  return new Map(
    readRows(text, '\n').flatMap((row) => {
      const [value = '', keys = ''] = row.split(': ');
      return keys.split(' ').map((key) => [key, value] as const);
    }),
  );
}
