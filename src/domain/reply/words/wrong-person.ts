import { besideWrongPerson, wrongPerson } from '../vocabulary/wrong-person.ts';
import { readableWords } from './opt-out-words.ts';

/**
 * Does the text say that this is not the person who was meant? `name`: the one on the list. Only a part of it that says
 * nothing else counts: "the wrong number of tickets" speaks of tickets, and of whom the list does not name nobody can tell.
 */
export function saysWrongPerson(text: string, name: string | null): boolean {
  if (text.length > longestText) return false;
  const names = namesIn(name);
  const parts = partsOf(text.replace(/#/g, ' number ')).slice(0, mostParts);
  // "Not Ada, Ben will come": somebody who is not the one writes nothing else.
  const isWhole = parts.length === 1;
  return parts.some(({ said, isAsked }) => isWrongPerson(readableWords(said), names, { isAsked, isWhole }));
}

const longestText = 1_000;
const mostParts = 30;
/** More words than this around it tell a story. */
const mostBeside = 12;

function partsOf(text: string): { said: string; isAsked: boolean }[] {
  const pieces = text.match(/[^.!?,;:()\n…–—。！？，、؟]+[.!?,;:()\n…–—。！？，、؟]*/gu) ?? [];
  return pieces.map((piece) => ({ said: piece, isAsked: /[?？؟]/u.test(piece) }));
}

/** The words of a name, each also with an s; short ones and initials tell nobody. */
function namesIn(name: string | null): ReadonlyMap<string, 'name' | 'names'> {
  const words = readableWords(name ?? '').filter((word) => word.length > 2 || /\P{Script=Latin}/u.test(word));
  const names = new Map<string, 'name' | 'names'>();
  for (const word of words) names.set(readableWords(`${word}s`)[0] ?? '', 'names');
  for (const word of words) names.set(word, 'name');
  return names;
}

function isWrongPerson(
  words: readonly string[],
  names: ReadonlyMap<string, string>,
  { isAsked, isWhole }: { isAsked: boolean; isWhole: boolean },
): boolean {
  const said = joinNames(words.map((word) => names.get(word) ?? word));
  for (let at = 0; at < said.length; at += 1) {
    for (let length = Math.min(longestPhrase, said.length - at); length > 0; length -= 1) {
      const phrase = said.slice(at, at + length).join(' ');
      if (!phrases.has(phrase) || (isAsked && !askers.test(phrase))) continue;
      if (!isWhole && /^(?:not|never|no) names?$/.test(phrase)) continue;
      const beside = [...said.slice(0, at), ...said.slice(at + length)];
      if (beside.length <= mostBeside && beside.every((word) => fillers.has(word)) && !isOwnMistake(said, at))
        return true;
    }
  }
  return false;
}

/** "Ada Lovelace" is one name. */
function joinNames(words: readonly string[]): string[] {
  return words.filter((word, at) => word !== 'name' || words[at - 1] !== 'name');
}

/** "I have the wrong number" asks whether we are the right ones; "you have" tells us. */
function isOwnMistake(said: readonly string[], at: number): boolean {
  const before = said.slice(0, at).join(' ');
  return (
    / i (?:have|got|reached|texted|sent|messaged|contacted)\b/.test(` ${before}`) ||
    /^(?:do|did|is|was|am) /.test(before)
  );
}

/** "Who is Anna?" is a question all the same. */
const askers = /^(?:who|whos|wer|qui|cest qui|quien|chi|quem|wie|kto|kdo|vem|hvem|kuka|cine) /;

const phrases = new Set(Object.values(wrongPerson).flatMap((list) => list.split(',').flatMap(expanded)));
const longestPhrase = Math.max(...[...phrases].map((phrase) => phrase.split(' ').length));
const fillers: ReadonlySet<string> = new Set(
  besideWrongPerson.split(/\s+/).flatMap((word) => (word === 'NAME' ? ['name', 'names'] : readableWords(word))),
);

/** All phrases that a line of alternatives stands for. */
function expanded(line: string): string[] {
  const slots = line
    .trim()
    .split(/\s+/)
    .map((slot) => slot.split('/').map(folded));
  return slots.reduce<string[]>(
    (begun, slot) => begun.flatMap((phrase) => slot.map((word) => `${phrase} ${word}`.trim())),
    [''],
  );
}

function folded(piece: string): string {
  if (piece === '0') return '';
  const words = piece
    .split('_')
    .flatMap((word) => (/^NAMES?$/.test(word) ? [word.toLowerCase()] : readableWords(word)));
  return words.join(' ');
}
