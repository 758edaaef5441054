import { countDigits } from '../phone/tidy.ts';
import { isStopHead, plainTitle } from './columns/marks.ts';
import { isOfOthers } from './columns/meaning.ts';

/** So many digits make a line more than a head. */
const digitsOfNumber = 7;

type HeadLines = {
  /** Is the row a head? Then it is no entry. Looks at each row once, from the first line of the list on. */
  isHead(row: readonly string[]): boolean;
  /** The head that says that whoever stands here wants no texts. */
  over(): string[];
};

/**
 * Lines between the people that speak of whoever stands below them: "Do not text:". One ends at the next with a colon; where
 * nobody is named (`areNamed`) and in one column (`columns`), at any with a capital, which elsewhere may be a person without
 * a number.
 */
export function createHeadLines({ columns, areNamed }: { columns: number; areNamed: boolean }): HeadLines {
  let stop: string | undefined;

  function ends(text: string): boolean {
    // Whose numbers stand below "Emergency contacts:", nobody can say; "Others:" after "Do not text:" says it.
    if (text.endsWith(':')) return stop !== undefined || !isOfOthers(text);
    // Of "Do not text:" no mere remark is the end.
    return columns < 2 && stop?.endsWith(':') === false && /^[\p{Lu}\p{Lo}][^.!?]{0,30}$/u.test(text);
  }

  return {
    isHead(row) {
      const cells = row.filter((cell) => cell.trim() !== '');
      const text = (cells[0] ?? '').trim();
      if (cells.length !== 1 || !/\p{L}/u.test(text) || countDigits(text) >= digitsOfNumber) return false;
      if (isStopHead(text)) {
        stop = text;
        return true;
      }
      if (!ends(text)) return false;
      stop = undefined;
      return text.endsWith(':') || !areNamed;
    },
    over: () => (stop === undefined ? [] : [plainTitle(stop)]),
  };
}
