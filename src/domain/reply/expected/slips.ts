import { wordsOneSlipApart } from './vocabulary/words-one-slip-apart.ts';

/** Shorter words are too near to others. */
const shortestWord = 5;
/** In words of this length any letter may be the wrong one, not only its neighbour on the keyboard. */
const longWord = 8;

/**
 * May `typed` be `meant` with one slip of the finger: a letter too few, too many, wrong, or two in the wrong order? The
 * first letter is right, and the last one but in a swap, since other ends make other words ("confirmo", "confirma"), and `typed` is no
 * common word itself.
 */
export function isSlipOf(typed: string, meant: string): boolean {
  if (typed[0] !== meant[0] || Math.abs(typed.length - meant.length) > 1) return false;
  if (Math.min(typed.length, meant.length) < shortestWord) return false;
  if (!/^[a-z]+$/.test(typed) || wordsOneSlipApart.has(typed)) return false;
  const [from, to] = difference(typed, meant);
  const [mine, theirs] = [typed.slice(from, typed.length - to), meant.slice(from, meant.length - to)];
  if (isSwapped(mine, theirs)) return true;
  if (typed.at(-1) !== meant.at(-1)) return false;
  if (mine.length === 0 || theirs.length === 0) return mine.length + theirs.length === 1;
  if (mine.length !== 1 || theirs.length !== 1) return false;
  return meant.length >= longWord || areNeighbours(mine, theirs);
}

/** Is one the other with at most one slip of any kind, at any place? */
export function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const [from, to] = difference(one, other);
  const [mine, theirs] = [one.slice(from, one.length - to), other.slice(from, other.length - to)];
  return (mine.length <= 1 && theirs.length <= 1) || isSwapped(mine, theirs);
}

/** How many letters both have in common at the beginning and at the end. */
function difference(one: string, other: string): [from: number, to: number] {
  const most = Math.min(one.length, other.length);
  let from = 0;
  while (from < most && one[from] === other[from]) from += 1;
  let to = 0;
  while (to < most - from && one.at(-1 - to) === other.at(-1 - to)) to += 1;
  return [from, to];
}

function isSwapped(mine: string, theirs: string): boolean {
  return mine.length === 2 && theirs.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0];
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const keys = new Map(rows.flatMap((row, line) => [...row].map((key, at) => [key, [at + line / 2, line]] as const)));

function areNeighbours(one: string, other: string): boolean {
  const [a, b] = [keys.get(one), keys.get(other)];
  return a !== undefined && b !== undefined && Math.abs(a[0] - b[0]) <= 1 && Math.abs(a[1] - b[1]) <= 1;
}
