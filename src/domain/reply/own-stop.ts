import { foldLetters } from './words/folded-letters.ts';
import { readableWords } from './words/opt-out-words.ts';
import { isKeywordAlone, readWords } from './words/read-words.ts';
import type { Reading } from './words/reading.ts';
import { statesRule } from './words/stated-rule.ts';

/**
 * A person's own wish for no texts behind a quotation mark, dots, a dash or a line break. A phone's quotation may end
 * right before a word of ours with which the person goes on ("… Reply” STOP"), so this is looked for apart from all
 * quotations. If the text quotes (`isQuoting`), a doubtful end counts too. Undefined when there is none, or when ours
 * has the same words at the same place.
 */
export function ownStop(
  text: string,
  ours: readonly string[],
  isQuoting = true,
): Extract<Reading, 'opt_out' | 'maybe_opt_out'> | undefined {
  const said = segmentsOf(text);
  for (let at = Math.max(1, said.length - mostSegments); at < said.length; at += 1) {
    const words = said[at]!;
    if (readWords(words) !== 'opt_out' || lettersOf(words) === '') continue;
    const before = said.slice(0, at).findLast((one) => lettersOf(one) !== '') ?? '';
    if (!ours.some((own) => hasInTurn(segmentsOf(own), before, words))) {
      return isKeywordAlone(words) ? 'opt_out' : 'maybe_opt_out';
    }
  }
  return isQuoting && isDoubtfulEnd(said.at(-1)!, ours) ? 'maybe_opt_out' : undefined;
}

/** "…” not interested": the last words, which neither repeat ours nor state a rule as machines do. */
function isDoubtfulEnd(words: string, ours: readonly string[]): boolean {
  const letters = lettersOf(words);
  if (letters === '' || readWords(words) !== 'maybe_opt_out' || statesRule(readableWords(words))) return false;
  return !ours.some((own) => lettersOf(own).includes(letters));
}

/** Nobody writes this many lines and quotations; only the last ones are read. */
const mostSegments = 60;
const longestText = 10_000;
/** A place is the same if this many letters before it are. */
const telling = 8;

function hasInTurn(segments: readonly string[], before: string, words: string): boolean {
  const filled = segments.map(lettersOf).filter((letters) => letters !== '');
  const [end, letters] = [lettersOf(before).slice(-telling), lettersOf(words)];
  return filled.some((one, at) => one === letters && at > 0 && filled[at - 1]!.endsWith(end));
}

function segmentsOf(text: string): string[] {
  return (
    text
      .slice(0, longestText)
      .split(/["“”„‟«»「」『』《》…\n\r]|\.\.+|\s[—–-]\s/u)
      // Mail programs quote with ">" and may break our lines anywhere.
      .map((piece) => (/^\s*>/.test(piece) ? '' : piece.replace(/\p{Extended_Pictographic}\ufe0f?/gu, ' ')))
  );
}

function lettersOf(words: string): string {
  return foldLetters(words).letters;
}
