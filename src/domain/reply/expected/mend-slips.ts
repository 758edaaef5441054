import type { AnswerWords } from './answer-words.ts';
import { courtesyWords, knownWords, wordsOf } from './known-phrases.ts';
import { isNear, isSlipOf } from './slips.ts';
import type { Token } from './tokens.ts';

/** People who slip more often are read by a person. */
const mostSlips = 2;

/**
 * Puts the word that was meant in place of each word with a slip: the author's, the usual ones of their languages, and
 * politeness. Undefined when there is none to mend, or when a word could be meant for two.
 */
export function createMending(words: AnswerWords): (tokens: readonly Token[]) => Token[] | undefined {
  const labels = labelsByWord(words);
  const known = new Set([...knownWords, ...labels.keys()]);
  const mendable = new Set([...labels.keys(), ...courtesyWords, ...wordsOf(words.languages)]);
  const byLetter = Map.groupBy(mendable, (word) => word[0]);

  return (tokens) => {
    const isUnknown = ({ kind, text }: Token) => kind === 'word' && !known.has(text);
    const slips = tokens.filter(isUnknown).length;
    if (slips === 0 || slips > mostSlips) return undefined;
    const mended = tokens.map((token) => (isUnknown(token) ? { ...token, text: meantBy(token.text) } : token));
    return mended.every((token): token is Token => token.text !== undefined) ? mended : undefined;
  };

  function meantBy(typed: string): string | undefined {
    const [meant, ...others] = (byLetter.get(typed[0]) ?? []).filter((word) => isSlipOf(typed, word));
    if (meant === undefined || others.length > 0) return undefined;
    const isDoubtful = [...known].some((word) => word !== meant && isNear(typed, word)) || hasRival(meant);
    return isDoubtful ? undefined : meant;
  }

  /** "junio" and "julio": one slip makes another answer. */
  function hasRival(meant: string): boolean {
    const own = labels.get(meant);
    if (!own) return false;
    return [...labels].some(
      ([word, its]) => word !== meant && isNear(word, meant) && new Set([...its, ...own]).size > 1,
    );
  }
}

function labelsByWord({ own }: AnswerWords): ReadonlyMap<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const [phrase, label] of own) {
    for (const word of phrase.split(' ')) labels.set(word, (labels.get(word) ?? new Set()).add(label));
  }
  return labels;
}
