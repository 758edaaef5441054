import { phraseAt } from '../words/opt-out-phrases.ts';
import { readableWords } from '../words/opt-out-words.ts';

/** An instruction such as "Text us the word STOP to hear no more" takes at most this many words around its keyword. */
const wordsBefore = 4;
const wordsAfter = 8;

/** Where the letters of our opt-out instruction stand. People who repeat only these may mean them: "Reply STOP to opt out". */
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
