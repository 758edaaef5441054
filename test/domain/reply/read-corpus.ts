import { readFileSync } from 'node:fs';

/** The lines of one of the collections beside this file, without those that say what follows. */
export function readCorpus(
  name:
    | 'stops'
    | 'harmless'
    | 'threats'
    | 'no-threats'
    | 'reactions'
    | 'starts'
    | 'no-starts'
    | 'wrong-persons'
    | 'right-persons',
): string[] {
  const text = readFileSync(new URL(`corpus/${name}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
}
