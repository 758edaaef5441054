import { type Many, piecesOf } from '../many.ts';
import { createTurns } from '../turns.ts';
import { csvRow } from './csv.ts';
import { type ListFileLines, lineInFile, type RejectedLine } from './reading.ts';

/** Lines of a list that nobody gets a message for. */
export type LinesLeftOut = Record<'duplicates' | 'invalid' | 'marked', Many<RejectedLine>> & {
  /** By the campaign's own rules. */
  leftOut: Many<RejectedLine>;
  /** As in the list's reading. */
  files?: readonly ListFileLines[] | undefined;
};

export function countLinesLeftOut({ invalid, duplicates, marked, leftOut }: LinesLeftOut): number {
  return invalid.length + duplicates.length + marked.length + leftOut.length;
}

/** All of them as a CSV file. */
export async function rejectedCsv({ invalid, duplicates, marked, leftOut, files = [] }: LinesLeftOut): Promise<string> {
  const turns = createTurns();
  const areSeveral = files.length > 0;
  const parts: string[] = [];
  let csv = `${csvRow([...(areSeveral ? ['file'] : []), 'line', 'value', 'reason'])}\r\n`;
  for await (const { line, value, reason } of inOrderOfLines([invalid, duplicates, marked, leftOut])) {
    if (turns.areDue()) await turns.give();
    const place = lineInFile(line, files);
    csv += `${csvRow([...(areSeveral ? [place.file ?? ''] : []), String(place.line), value, reason])}\r\n`;
    if (csv.length < 65_536) continue;
    parts.push(csv);
    csv = '';
  }
  return parts.join('') + csv;
}

/** Of each kind they are in order already. */
async function* inOrderOfLines(kinds: readonly Many<RejectedLine>[]): AsyncGenerator<RejectedLine, void> {
  const heads = await Promise.all(kinds.map(queueOf));
  for (;;) {
    const left = heads.filter(({ lines }) => lines.length > 0);
    const [next] = left.toSorted((a, b) => a.lines.at(-1)!.line - b.lines.at(-1)!.line);
    if (!next) return;
    yield next.lines.pop()!;
    if (next.lines.length === 0) await next.more();
  }
}

/** The last of `lines` is the next one. */
async function queueOf(kind: Many<RejectedLine>) {
  const pieces = piecesOf(kind);
  const queue = {
    lines: [] as RejectedLine[],
    async more(): Promise<void> {
      for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
        if (piece.value.length === 0) continue;
        queue.lines = piece.value.toReversed();
        return;
      }
    },
  };
  await queue.more();
  return queue;
}
