import { foldTitle } from '../list/columns/column-names.ts';

/** One form for all spellings: "N.Y." → "n y", "Québec" → "quebec". */
export function plainWords(text: string): string {
  return foldTitle(text).replaceAll('_', ' ');
}
