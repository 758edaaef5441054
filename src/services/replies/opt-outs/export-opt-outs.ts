import { csvRow } from '../../../domain/list/csv.ts';
import type { Suppression } from '../../../domain/reply/suppression.ts';
import { createTurns } from '../../../domain/turns.ts';
import type { StoreReader } from '../../../ports/store.ts';

/** Everybody who is not texted, as a file that `readOptOuts` takes back. Whoever is held stands there as `held`. */
export async function optOutsCsv({
  suppressions,
}: Pick<StoreReader, 'suppressions'>): Promise<{ csv: string; people: number }> {
  const turns = createTurns();
  const pieces = [`${csvRow(['number', 'kind', 'date', 'source', 'words'])}\r\n`];
  let people = 0;
  for await (const page of suppressions.pages()) {
    let piece = '';
    for (const one of page) {
      piece += `${csvRow(cellsOf(one))}\r\n`;
      if (turns.areDue()) await turns.give();
    }
    people += page.length;
    pieces.push(piece);
  }
  return { csv: pieces.join(''), people };
}

function cellsOf({ number, kind, because, at, undated, source, words }: Suppression): string[] {
  return [number, because ?? kind, undated ? '' : at, source, words?.said ?? ''];
}
