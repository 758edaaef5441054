import { listLimits } from '../../domain/list/read-list.ts';
import { type CellStyles, unescapedText } from './cell-values.ts';
import type { SharedStrings } from './shared-strings.ts';
import { attribute, readXml } from './xml.ts';

type Reading = {
  strings: SharedStrings;
  styles: CellStyles;
  take(row: string[], line: number): void;
  seen(line: number): void;
};

/** More are refused as too many columns. */
const mostCells = listLimits.columns + 1;
/** What is longer is refused as a cell. */
const longestText = 4_000;

/** How many rows it says that it has, if any cell has a value; else null. */
export async function rowsOf(part: AsyncIterable<Uint8Array>): Promise<number | null> {
  let isAny = false;
  let rows = 0;
  await readXml(part, {
    open(tag, attributes) {
      isAny ||= tag === 'v' || tag === 'is';
      if (tag === 'dimension') rows = Number(/\d{1,8}$/.exec(attribute(attributes, 'ref'))?.[0] ?? 0);
    },
    isDone: () => isAny,
  });
  return isAny ? rows : null;
}

/** Hands over each row with its number in the sheet, and tells the last one. Formulas count by the value that was stored. */
export async function readSheet(
  part: AsyncIterable<Uint8Array>,
  { strings, styles, take, seen }: Reading,
): Promise<number> {
  let [line, column, text] = [0, -1, ''];
  let row: string[] = [];
  let cell = { type: '', style: 0 };
  const within = { value: false, phonetic: false };

  function shown(): string {
    if (cell.type === 's') return strings.at(Number(text));
    if (cell.type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    if (cell.type === '' || cell.type === 'n') return styles.shown(text, cell.style);
    return cell.type === 'd' ? text.replace(/T00:00:00(\.0+)?Z?$/, '') : unescapedText(text);
  }

  await readXml(part, {
    open(tag, attributes) {
      if (tag === 'row') {
        line = Number(attribute(attributes, 'r')) || line + 1;
        row = [];
        column = -1;
      } else if (tag === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column + 1;
        cell = { type: attribute(attributes, 't'), style: Number(attribute(attributes, 's')) || 0 };
        text = '';
      } else if (tag === 'rPh') within.phonetic = true;
      else if (tag === 'v' || tag === 't') within.value = !within.phonetic;
    },
    text(piece) {
      if (within.value && text.length < longestText) text += piece;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') within.value = false;
      else if (tag === 'rPh') within.phonetic = false;
      else if (tag === 'c') {
        if (text === '' || column >= mostCells) return;
        while (row.length < column) row.push('');
        row[column] = shown();
      } else if (tag === 'row') {
        if (row.length > 0) take(row, line);
        if (line % 1_000 === 0) seen(line);
      }
    },
  });
  return line;
}

/** "BC12" is the 54th column, from 0; undefined where nothing is said. */
function columnOf(reference: string): number | undefined {
  let column = 0;
  for (const letter of reference) {
    if (letter < 'A' || letter > 'Z') break;
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column === 0 ? undefined : column - 1;
}
