import { countDigits } from '../phone/tidy.ts';
import { isStopHead, plainTitle } from './columns/marks.ts';

/** So many digits make a line more than a head. */
const digitsOfNumber = 7;

/**
 * Lines between the people that speak of whoever stands below them: "Do not text:". One ends at the next of its kind; in a
 * table (`isTable`) at one with a colon, because a person without a number looks like a head.
 */
export function createHeadLines({ isTable }: { isTable: boolean }) {
  let stop: string | undefined;

  function ends(text: string): boolean {
    if (text.endsWith(':')) return true;
    // Of "Do not text:" no mere remark is the end.
    return !isTable && !stop?.endsWith(':') && /^[\p{Lu}\p{Lo}][^.!?]{0,30}$/u.test(text);
  }

  return {
    /** The head that says that the person of this row wants no texts; a row that is a head itself has none. */
    over(row: readonly string[]): string[] {
      const cells = row.filter((cell) => cell.trim() !== '');
      if (cells.length !== 1 && stop === undefined) return [];
      if (cells.some((cell) => countDigits(cell) >= digitsOfNumber))
        return stop === undefined ? [] : [plainTitle(stop)];
      const text = cells.join(' ').trim();
      if (cells.length === 1 && isStopHead(text)) stop = text;
      else if (cells.length === 1 && ends(text)) stop = undefined;
      return [];
    },
  };
}
