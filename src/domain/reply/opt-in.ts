import { phraseAt } from './opt-out-phrases.ts';
import { readableWords } from './opt-out-words.ts';
import { readWords } from './read-words.ts';
import { isSignature } from './reply-headers.ts';
import { optInWords, politeAnywhere, politeBehind, refusals } from './vocabulary/opt-in.ts';

/** Nobody is polite in more words. */
const mostWords = 20;

/**
 * Nothing but the word of the opt-in and politeness; behind it may stand the name of a campaign that the person got.
 * Any other word, sign or emoji may be a refusal, a question or a quotation: who wrote STOP is not texted again for it.
 */
export function isPlainOptIn(text: string, names: readonly string[] = []): boolean {
  const words = plainWords(text);
  if (!words || words.length > mostWords) return false;
  const ownNames = names.flatMap(nameAsWords);
  const folded = words.map(withoutAccents);
  let isStarted = false;
  for (let at = 0; at < words.length; ) {
    const start = lengthOf(optInPhrases, words, at);
    const length =
      start || lengthOf(anywhere, folded, at) || (isStarted && (lengthOf(behind, folded, at) || nameAt(folded, at)));
    if (!length) return false;
    isStarted ||= start > 0;
    at += length;
  }
  return isStarted;

  function nameAt(folded: readonly string[], at: number): number {
    return ownNames.find((name) => name.every((word, index) => folded[at + index] === word))?.length ?? 0;
  }
}

/** "No START", "START 👎": said to us, and the opposite of an opt-in. */
export function refusesOptIn(text: string): boolean {
  const words = wordsOf(text.replace(/['’]/g, '')).slice(0, mostWords + 1);
  if (words.length > mostWords) return false;
  const readable = words.map((word) => readableWords(word).join(' '));
  let [isStarted, isRefused] = [false, hasUnfriendlyEmoji(text)];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(readable, at);
    const isRefusal = refused.has(withoutAccents(words[at]!));
    if (!isRefusal && !(phrase && mayStandBeside.has(phrase.meaning))) return false;
    isRefused ||= isRefusal;
    isStarted ||= phrase?.meaning === 'start';
    at += isRefusal ? 1 : phrase!.length;
  }
  return isStarted && isRefused;
}

/** As written, only in small letters; undefined when there is more than words, full stops, commas and joy. */
function plainWords(text: string): string[] | undefined {
  const written = text.normalize('NFKC').replace(/[\p{Cf}\p{VS}]/gu, '');
  const said = written
    .split('\n')
    .filter((line) => !isSignature(line))
    .join('\n')
    .replace(friendly, ' ')
    .replace(/:-?\)(?:\s|$)/g, ' ')
    .toLowerCase();
  if (/[.,]\s?[.,]/.test(said) || /(?:^|[^\p{L}])[-'’]|[-'’](?:[^\p{L}]|$)/u.test(said)) return undefined;
  if (!/^[\p{L}\p{M}\p{N}\s.,!、。'’-]*$/u.test(said)) return undefined;
  return wordsOf(said.replace(/['’]/g, ''));
}

/** Signs of joy and thanks; all others may be anything. */
const friendly = /[👍🙏❤😊😀😃😄😁☺🎉✅🙌🤗🥰💚💙💛🧡💜][\u{1f3fb}-\u{1f3ff}]?/gu;

function hasUnfriendlyEmoji(text: string): boolean {
  return /\p{Extended_Pictographic}|[✗✘]/u.test(text.replace(friendly, ''));
}

/** A name that itself refuses or asks for something says so wherever it stands. */
function nameAsWords(name: string): string[][] {
  const words = wordsOf(name).map(withoutAccents);
  const isHarmless = readWords(name) === 'reply' && !words.some((word) => refused.has(word));
  return isHarmless && words.join('').length >= 3 && words.length <= mostWords ? [words] : [];
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Letters that only look alike stay apart, for the Ukrainian “ні” is no “hi”; and so does what is crossed out. */
function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u0333\u0339-\u036f]/g, '')
    .normalize('NFC');
}

const mayStandBeside: ReadonlySet<string> = new Set(['start', 'polite', 'object']);
const phrasesOf = (list: string): string[] => list.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
const foldedPhrases = (list: string): ReadonlySet<string> =>
  new Set(phrasesOf(list).map((phrase) => withoutAccents(phrase)));

/** Letter by letter: what is crossed out, drawn out or spelled in other letters may be mockery. */
const optInPhrases: ReadonlySet<string> = new Set(phrasesOf(optInWords));
const anywhere = foldedPhrases(politeAnywhere);
const behind = foldedPhrases(politeBehind);
const refused = foldedPhrases(refusals);
const longestPhrase = 5;

function lengthOf(phrases: ReadonlySet<string>, words: readonly string[], at: number): number {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length -= 1) {
    if (phrases.has(words.slice(at, at + length).join(' '))) return length;
  }
  return 0;
}
