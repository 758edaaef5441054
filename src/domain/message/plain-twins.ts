/** Typographic characters that plain SMS lacks, and plain ones that say the same. Never a letter. */
const twins: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': ',',
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '•': '*',
  '`': "'",
  '´': "'",
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
};

/** The text with plain quotes, hyphens, dots and spaces. */
export function withPlainTwins(text: string): string {
  return Array.from(text, (char) => twins[char] ?? char).join('');
}

/** A text's characters that have a plain twin, each once. */
export function twinsIn(text: string): string[] {
  return [...new Set(text)].filter((char) => Object.hasOwn(twins, char));
}
