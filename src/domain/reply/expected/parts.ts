import { type AnswerWords, isFalseFriend } from './answer-words.ts';
import { choiceNames, courtesyOf, echoes, longestKnown, type UsualAnswer, usual } from './known-phrases.ts';
import type { Found, Part } from './part.ts';
import { readPicture } from './picture-answers.ts';
import type { Token } from './tokens.ts';
import type { Courtesy } from './vocabulary/courtesies.ts';
import { type Language, usualAnswers } from './vocabulary/usual-answers.ts';

/** Cuts a text into what is known, the longest phrase first; undefined if anything else is in it. */
export function findParts(tokens: readonly Token[], words: AnswerWords): Found | undefined {
  const besides = tokens.map(({ text }) => text);
  const found: Found = { parts: [], pictures: [] };
  for (let at = 0; at < tokens.length; ) {
    if (tokens[at]!.kind === 'picture') {
      found.pictures.push(readPicture(tokens[at]!.text, words));
      at += 1;
      continue;
    }
    const next = partAt(tokens, at, besides, words);
    if (!next) return undefined;
    found.parts.push(next.part);
    at += next.length;
  }
  return found;
}

function partAt(
  tokens: readonly Token[],
  at: number,
  besides: readonly string[],
  words: AnswerWords,
): { part: Part; length: number } | undefined {
  const most = Math.min(longestPhrase, tokens.length - at);
  for (let length = most; length > 0; length -= 1) {
    const here = tokens.slice(at, at + length);
    if (here.some(({ kind }) => kind !== 'word')) continue;
    const part = partOf(here.map(({ text }) => text).join(' '), besides, words);
    if (part) return { part, length };
  }
  return undefined;
}

/** An author's word may be a whole sentence. */
const longestPhrase = Math.max(longestKnown, 12);

function partOf(phrase: string, besides: readonly string[], words: AnswerWords): Part | undefined {
  const own = words.own.get(phrase) ?? choiceOf(phrase, words);
  const known = usual.get(phrase);
  const courtesies = courtesyOf.get(phrase) ?? new Set<Courtesy>();
  const base: Bare = {
    phrase,
    courtesies,
    mood: undefined,
    isOwn: own !== undefined,
    isAcknowledgement: false,
    isOnlyBeside: false,
  };
  if (isFalseFriend(phrase, besides, words)) return undefined;
  if (own !== undefined) {
    const means = known?.means ?? meansByLabel(own, words);
    return { ...base, as: 'answer', label: own, means, languages: known?.languages ?? allLanguages };
  }
  if (known) return usualPart(base, known, words);
  const echo = echoes.get(phrase);
  if (echo) return { ...base, as: 'echo', label: undefined, means: echo.means, languages: echo.languages };
  if (courtesies.size === 0) return undefined;
  return { ...base, as: 'courtesy', label: undefined, means: undefined, languages: allLanguages };
}

/** What the author puts beside yes or no means it, too. */
function meansByLabel(label: string, words: AnswerWords): Part['means'] {
  if (label === words.yes) return 'yes';
  return label === words.no ? 'no' : undefined;
}

function usualPart(base: Bare, known: UsualAnswer, words: AnswerWords): Part {
  const { means, languages } = known;
  const isAcknowledgement = known.as === 'acknowledgement';
  const isOnlyBeside = known.as === 'here' && !languages.some((language) => words.languages.has(language));
  return { ...base, as: 'answer', label: words[means], means, languages, isAcknowledgement, isOnlyBeside };
}

type Bare = Omit<Part, 'as' | 'label' | 'means' | 'languages'>;

const allLanguages = Object.keys(usualAnswers) as Language[];

/** "Option 2", "answer B": only a figure or a letter of the author's needs the name of what it is. */
function choiceOf(phrase: string, words: AnswerWords): string | undefined {
  const [name, choice, ...more] = phrase.split(' ');
  if (!choice || more.length > 0 || !choiceNames.has(name!) || !/^(?:\d{1,2}|[a-z])$/.test(choice)) return undefined;
  return words.own.get(choice);
}
