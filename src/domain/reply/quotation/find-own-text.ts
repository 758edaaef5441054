import { type FoldedLetters, foldLetters } from '../words/folded-letters.ts';
import { type End, type Found, isOursMarked, isOursUnmarked } from './is-ours.ts';
import { commonBeginnings, type OwnText } from './own-text.ts';
import { isQuoteMark } from './quote-marks.ts';

/** A part of a text that repeats one of ours, including its quotation marks. */
export type Repetition = { from: number; to: number; isMarked: boolean };

/** At most this many places are tried for each beginning of our text. */
const mostPlaces = 64;

/** Where the text repeats ours, from left to right; overlaps belong to the longer one. */
export function findOwnText(text: string, ours: readonly OwnText[]): Repetition[] {
  const folded = foldLetters(text);
  const found = ours.flatMap((own) =>
    own.beginnings.flatMap((beginning) => repetitionsFrom({ text, folded, own, beginning })),
  );
  found.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const chosen: Repetition[] = [];
  for (const one of found) {
    if (chosen.every((other) => one.to <= other.from || one.from >= other.to)) chosen.push(one);
  }
  return chosen.sort((a, b) => a.from - b.from);
}

type Search = { text: string; folded: FoldedLetters; own: OwnText; beginning: number };

function repetitionsFrom(search: Search): Repetition[] {
  const { text, folded, own, beginning } = search;
  const found: Repetition[] = [];
  const common = commonBeginnings(own.letters.slice(beginning), folded.letters);
  let looked = 0;
  for (let at = 0; at < common.length && looked < mostPlaces; ) {
    const length = common[at]!;
    const isPlace = length >= 2 && !isLetter(text[folded.places[at]! - 1]);
    if (isPlace) looked += 1;
    const repetition = isPlace ? repetitionAt(search, at, extended(search, at, length)) : undefined;
    if (repetition) found.push(repetition);
    at += repetition ? Math.max(1, length) : 1;
  }
  return found;
}

/** How many letters of ours and of the text match: goes on behind a letter or two that a network lost. */
function extended({ folded, own, beginning }: Search, at: number, length: number): { ours: number; theirs: number } {
  let [ours, theirs] = [beginning + length, at + length];
  for (let gap = length >= fewestBeforeGap ? nextStep(own, folded, ours, theirs) : undefined; gap; ) {
    ours += gap[0];
    theirs += gap[1];
    while (ours < own.letters.length && own.letters[ours] === folded.letters[theirs]) {
      ours += 1;
      theirs += 1;
    }
    gap = nextStep(own, folded, ours, theirs);
  }
  return { ours: ours - beginning, theirs: theirs - at };
}

const steps = [
  [1, 0],
  [1, 1],
  [0, 1],
  [2, 0],
  [2, 2],
  [1, 2],
  [2, 1],
  [0, 2],
] as const;
const goesOn = 5;
/** This many letters must match before one may be lost. */
const fewestBeforeGap = 8;

function nextStep(own: OwnText, { letters }: FoldedLetters, ours: number, theirs: number) {
  return steps.find(([mine, yours]) => {
    const next = own.letters.slice(ours + mine, ours + mine + goesOn);
    return next.length === goesOn && letters.startsWith(next, theirs + yours);
  });
}

/** Is this repetition ours, rather than a person's equal words? */
function repetitionAt(
  { text, folded, own, beginning }: Search,
  at: number,
  length: { ours: number; theirs: number },
): Repetition | undefined {
  const first = folded.places[at]!;
  const last = folded.places[at + length.theirs - 1]!;
  const opening = markBefore(text, first);
  const end = endOf(text, last);
  const found: Found = {
    words: text.slice(first, last + 1),
    isFromStart: beginning === 0,
    letters: length.theirs,
    share: length.ours / own.letters.length,
    body: own.bodyBefore[beginning + length.ours]! - own.bodyBefore[beginning]!,
    wholeBody: own.bodyBefore.at(-1)!,
    ...end,
  };
  const isOurs = opening === undefined ? isOursUnmarked(found) : isOursMarked(found);
  return isOurs ? { from: opening ?? first, to: end.to, isMarked: opening !== undefined } : undefined;
}

/** The quotation mark, or the mail program's ">", that opens before this letter. */
function markBefore(text: string, first: number): number | undefined {
  for (let at = first - 1; at >= 0 && at >= first - 8 && !isLetter(text[at]) && text[at] !== '\n'; at -= 1) {
    if (isQuoteMark(text, at)) return at;
    if (text[at] === '>' && /(^|\n)[> ]*$/.test(text.slice(Math.max(0, at - 8), at))) return at;
  }
  return undefined;
}

/** What stands behind the last letter; `to`: behind the repetition's own marks. */
function endOf(text: string, last: number): End {
  const behind = last + String.fromCodePoint(text.codePointAt(last)!).length;
  let at = behind;
  while (at < text.length && at < behind + 8 && !isLetter(text[at]) && text[at] !== '\n') {
    at += 1;
    if (isQuoteMark(text, at - 1)) return { to: at, isEnd: true, isBreak: true, isCut: false, isInWord: false };
  }
  const marks = /^[.!?…,;:)\]]*/.exec(text.slice(behind, behind + 8))![0];
  const isCut = marks.startsWith('..') || marks.startsWith('…');
  const isOver = at >= text.length || text[at] === '\n';
  const isInWord = at === behind && !isOver;
  const isEnd = isCut || isOver;
  return { to: behind + marks.length, isEnd, isBreak: isEnd || marks !== '', isCut, isInWord };
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char);
}
