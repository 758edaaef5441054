import type { InPieces } from '../many.ts';
import type { ListedRecipient } from '../recipient/recipient.ts';
import type { RejectedLine } from './reading.ts';

/**
 * Rows as JSON, one a line, in UTF-8, some hundreds in a piece, with the line of each in its file: a tenth of what they take as
 * objects, and nothing that a garbage collector has to look at. It can be handed from one thread to another.
 */
export type Packed = { length: number; pieces: Uint8Array<ArrayBuffer>[]; lines: Uint32Array<ArrayBuffer> };

export const rowsInPiece = 500;

/** Packs rows that are written as JSON already. */
export function createPacker() {
  const texts = createTexts();
  const lines = growingColumn((size) => new Uint32Array(size));
  return {
    lines,
    count: lines.count,
    add(json: string, line: number): void {
      lines.push(line);
      texts.add(json);
    },
    packed: (): Packed => ({ length: lines.count(), pieces: texts.pieces(), lines: lines.all() }),
  };
}

/** Texts of a line each, some hundreds in a piece. */
export function createTexts() {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  let pending = '';
  let waiting = 0;
  const close = () => {
    if (waiting > 0) pieces.push(encoder.encode(pending));
    pending = '';
    waiting = 0;
  };
  return {
    add(text: string): void {
      pending += `${text}\n`;
      waiting += 1;
      if (waiting === rowsInPiece) close();
    },
    pieces() {
      close();
      return pieces;
    },
  };
}

export function* textsIn(pieces: readonly Uint8Array[]): Generator<string, undefined> {
  const decoder = new TextDecoder();
  for (const piece of pieces) yield* decoder.decode(piece).slice(0, -1).split('\n');
  return undefined;
}

/** The rows' own JSON, piece by piece, with the position of the first in each. */
export function* packedTexts({ pieces }: Packed): Generator<{ from: number; texts: string[] }> {
  const decoder = new TextDecoder();
  let from = 0;
  for (const piece of pieces) {
    const texts = decoder.decode(piece).split('\n');
    texts.pop();
    yield { from, texts };
    from += texts.length;
  }
}

/** Only those at positions that are meant. */
export function repacked(packed: Packed, isMeant: (no: number) => boolean): Packed {
  const packer = createPacker();
  for (const { from, texts } of packedTexts(packed)) {
    for (const [index, text] of texts.entries()) {
      if (isMeant(from + index)) packer.add(text, packed.lines[from + index]!);
    }
  }
  return packer.packed();
}

/** One person as a list's hash has them. */
export function packedPerson({ number, values }: Pick<ListedRecipient, 'number' | 'values'>): string {
  return JSON.stringify([number, ...values]);
}

export function peopleIn(packed: Packed): InPieces<ListedRecipient & { line: number }> {
  return unpack<[ListedRecipient['number'], ...string[]], ListedRecipient & { line: number }>(
    packed,
    ([number, ...values], line) => ({ number, values, line }),
  );
}

export function packedLine({ value, reason }: Pick<RejectedLine, 'value' | 'reason'>): string {
  return JSON.stringify([value, reason]);
}

export function linesIn(packed: Packed): InPieces<RejectedLine> {
  return unpack<[string, string], RejectedLine>(packed, ([value, reason], line) => ({ line, value, reason }));
}

function unpack<Row, T>(packed: Packed, as: (row: Row, line: number) => T): InPieces<T> {
  return {
    length: packed.length,
    async *pieces() {
      const decoder = new TextDecoder();
      let from = 0;
      for (const piece of packed.pieces) {
        const rows: Row[] = JSON.parse(`[${decoder.decode(piece).slice(0, -1).replaceAll('\n', ',')}]`);
        const first = from;
        from += rows.length;
        yield rows.map((row, index) => as(row, packed.lines[first + index]!));
      }
    },
  };
}

type Column = Uint32Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** Numbers one after the other, of which nobody knows yet how many there will be. */
export function growingColumn<T extends Column>(make: (size: number) => T) {
  let column = make(1_024);
  let count = 0;
  return {
    count: () => count,
    at: (no: number): number => column[no]!,
    set(no: number, value: number): void {
      column[no] = value;
    },
    push(value: number): void {
      if (count === column.length) {
        const larger = make(count * 2);
        larger.set(column);
        column = larger;
      }
      column[count] = value;
      count += 1;
    },
    all: (): T => column.slice(0, count) as T,
  };
}
