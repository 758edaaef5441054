import { phraseAt } from '../words/opt-out-phrases.ts';
import { readableWords } from '../words/opt-out-words.ts';

/**
 * At most this many words before and after its keyword belong to an instruction such as "Text us the word STOP to hear
 * no more".
 */
const wordsBefore = 4;
const wordsAfter = 8;

/**
 * The places of the letters in which a text of ours tells how to opt out. People who repeat only these may mean them:
 * "Reply STOP to opt out".
 */
export function instructionPlaces(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let from = 0;
  for (const sentence of text.split(/(?<=[.!?…。！？;\n])/)) {
    const words = [...sentence.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)];
    const folded = words.map(([word]) => readableWords(word)[0] ?? '');
    for (let no = 0; no < words.length; ) {
      const phrase = phraseAt(folded, no);
      if (phrase && keywords.has(phrase.meaning)) {
        const first = words[Math.max(0, no - wordsBefore)]!;
        const last = words[Math.min(words.length, no + phrase.length + wordsAfter) - 1]!;
        for (let at = first.index; at < last.index + last[0].length; at += 1) found.add(from + at);
      }
      no += phrase?.length ?? 1;
    }
    from += sentence.length;
  }
  return found;
}

const keywords: ReadonlySet<string> = new Set(['keyword', 'bare', 'alone', 'phrase']);
