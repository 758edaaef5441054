import { isNoValue } from '../list/cells/no-value.ts';
import { createMemory } from './remember.ts';

/** What the cells of one kind say of one person, and those that say nothing known. Equal ones have one `id`. */
export type Cells<T> = { id: number; say: readonly T[]; unread: readonly string[] };

/** A reader of the cells of one kind, which reads each text once. Empty cells and "N/A" say nothing. */
export function createCellReader<T>(read: (text: string) => T | undefined) {
  const byText = createMemory<Cells<T>>();
  const byMeaning = createMemory<Cells<T>>();

  const readAll = (cells: string): Cells<T> => {
    const texts = cells.split(between).flatMap((cell) => (isNoValue(cell) ? [] : cell.trim()));
    const found = texts.map((text) => (text.length > longestCell ? undefined : read(text)));
    const say = found.filter((one) => one !== undefined);
    const unread = texts.flatMap((text, at) => (found[at] === undefined ? text.slice(0, longestCell) : []));
    if (texts.length === 0) return nothing;
    return byMeaning(JSON.stringify([say, unread]), () => {
      lastId += 1;
      return { id: lastId, say, unread };
    });
  };

  return (said: string | readonly string[] | undefined): Cells<T> => {
    if (said === undefined || said.length === 0) return nothing;
    const cells = typeof said === 'string' ? said : said.join(between);
    return byText(cells, () => readAll(cells));
  };
}

const nothing = { id: 0, say: [], unread: [] };
const longestCell = 100;
const between = '\u001f';
let lastId = 0;
