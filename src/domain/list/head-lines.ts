import { countDigits } from '../phone/tidy.ts';
import { isStopHead, plainTitle } from './columns/marks.ts';
import { isOfOthers } from './columns/meaning.ts';

/** A line with this many digits is more than a head. */
const digitsOfNumber = 7;

type HeadLines = {
  /** Is the row a head, and so no entry? Looks at each row once, from the list's first line on. */
  isHead(row: readonly string[]): boolean;
  /** The head that says that the people here want no texts. */
  over(): string[];
};

/**
 * Lines between the people that speak of those below: "Do not text:". A head ends at the next line with a colon; in one
 * column (`columns`) where nobody is named (`areNamed`) at any line with a capital, which elsewhere may be a person
 * without a number.
 */
export function createHeadLines({ columns, areNamed }: { columns: number; areNamed: boolean }): HeadLines {
  let stop: string | undefined;

  function ends(text: string): boolean {
    // Nobody can say whose numbers stand below "Emergency contacts:"; "Others:" after "Do not text:" is clear.
    if (text.endsWith(':')) return stop !== undefined || !isOfOthers(text);
    // A mere remark does not end "Do not text:".
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
