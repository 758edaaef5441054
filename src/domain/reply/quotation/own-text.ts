import { type FoldedLetters, foldLetters, withoutHidden } from '../words/folded-letters.ts';
import { instructionPlaces } from './instruction.ts';

/** A text of ours, prepared for the search in what a phone sent. */
export type OwnText = {
  letters: string;
  /** For each place, how many letters before it are beyond the opt-out instruction. */
  bodyBefore: readonly number[];
  /** Where its sentences and lines begin: phones and people quote from there. */
  beginnings: readonly number[];
};

/** Only this many beginnings, from the first, are looked for. */
const mostBeginnings = 8;

export function ownText(text: string): OwnText {
  const clean = withoutHidden(text);
  const { letters, places }: FoldedLetters = foldLetters(clean);
  const instruction = instructionPlaces(clean);
  const bodyBefore = [0];
  for (let at = 0; at < letters.length; at += 1) {
    bodyBefore.push(bodyBefore[at]! + (instruction.has(places[at]!) ? 0 : 1));
  }
  return { letters, bodyBefore, beginnings: beginningsOf(clean, places) };
}

function beginningsOf(clean: string, places: readonly number[]): number[] {
  const found = [0];
  for (let at = 1; at < places.length && found.length < mostBeginnings; at += 1) {
    const between = clean.slice(places[at - 1]! + 1, places[at]);
    if (/[\n.!?…。！？:]/.test(between) && /\s/.test(between)) found.push(at);
  }
  return found;
}

/**
 * For each place in the text, how many letters from there match those from a beginning on. Linear (the Z function),
 * also for text that repeats itself.
 */
export function commonBeginnings(beginning: string, text: string): Int32Array {
  const joined = `${beginning}\0${text}`;
  const common = new Int32Array(joined.length);
  let [from, to] = [0, 0];
  for (let at = 1; at < joined.length; at += 1) {
    let length = at < to ? Math.min(to - at, common[at - from]!) : 0;
    while (at + length < joined.length && joined[length] === joined[at + length]) length += 1;
    common[at] = length;
    if (at + length > to) [from, to] = [at, at + length];
  }
  return common.subarray(beginning.length + 1);
}
