/**
 * Things in order, such as the people of a list, to be gone through as often as needed: all at hand, or some hundreds at
 * a time, so that a million of them are never objects at once.
 */
export type Many<T> = readonly T[] | InPieces<T>;

export type InPieces<T> = {
  readonly length: number;
  /** From the first on, each time. */
  pieces(): AsyncIterable<readonly T[]>;
};

const pieceLength = 500;

/** Some hundreds at a time, in order. */
export async function* piecesOf<T>(many: Many<T>): AsyncGenerator<readonly T[], void> {
  if (!isAtHand(many)) return yield* many.pieces();
  for (let from = 0; from < many.length; from += pieceLength) yield many.slice(from, from + pieceLength);
}

/** All but the last are of exactly this length. */
export async function* piecesOfLength<T>(many: Many<T>, length: number): AsyncGenerator<readonly T[], void> {
  let rest: readonly T[] = [];
  for await (const piece of piecesOf(many)) {
    if (rest.length === 0 && piece.length === length) {
      yield piece;
      continue;
    }
    rest = rest.length === 0 ? piece : [...rest, ...piece];
    for (; rest.length >= length; rest = rest.slice(length)) yield rest.slice(0, length);
  }
  if (rest.length > 0) yield rest;
}

/** Each as something else, made anew each time it is gone through. */
export function mapMany<T, U>(many: Many<T>, as: (one: T, no: number) => U): InPieces<U> {
  return {
    length: many.length,
    async *pieces() {
      let from = 0;
      for await (const piece of piecesOf(many)) {
        const first = from;
        from += piece.length;
        yield piece.map((one, index) => as(one, first + index));
      }
    },
  };
}

/** Those that are meant, of which there are `length`. */
export function someOf<T, U extends T = T>(
  many: Many<T>,
  length: number,
  isMeant: ((one: T) => one is U) | ((one: T) => boolean),
): InPieces<U> {
  return {
    length,
    async *pieces() {
      for await (const piece of piecesOf(many)) yield piece.filter(isMeant) as U[];
    },
  };
}

/** All of them at hand: for what is known to be small. */
export async function allOf<T>(many: Many<T>): Promise<readonly T[]> {
  return isAtHand(many) ? many : (await Array.fromAsync(piecesOf(many))).flat();
}

function isAtHand<T>(many: Many<T>): many is readonly T[] {
  return Array.isArray(many);
}
