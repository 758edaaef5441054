import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LineValue } from '../reading.ts';
import { type Encoding, legacyEncoding, refuseOtherFiles, wideEncoding } from './file-encoding.ts';

/**
 * A file as text. `encoding`: null for UTF-8 and UTF-16, else the guess for the whole; `odd`: how many lines were not
 * UTF-8 and were read with the guess, and the first of them.
 */
export type DecodedFile = {
  text: string;
  encoding: Encoding | null;
  odd: { count: number; first: LineValue } | null;
};

/** Decodes a whole file; what is not UTF-8 is read in the usual encoding of the country. Throws for files that are no text. */
export async function decodeFile(bytes: Uint8Array, country: string): Promise<DecodedFile> {
  refuseOtherFiles(bytes.subarray(0, 1024));
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: null, odd: null };
  const whole = strictly(bytes);
  if (whole !== undefined) return { text: whole, encoding: null, odd: null };

  const guess = legacyEncoding(country);
  const lines = await byLine(bytes, new TextDecoder(guess));
  const odd = lines.first && { count: lines.foreign, first: lines.first };
  if (lines.foreign > lines.proper) return { text: new TextDecoder(guess).decode(bytes), encoding: guess, odd };
  return { text: lines.text, encoding: null, odd };
}

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Decodes each line alone, so that a bad byte spoils no other. `proper` and `foreign` count lines with more than ASCII. */
async function byLine(bytes: Uint8Array, legacy: TextDecoder) {
  const found = { text: '', proper: 0, foreign: 0, first: null as LineValue | null };
  let line = 0;
  for (let at = 0; at < bytes.length; line += 1) {
    if (line % 5_000 === 4_999) await nextTurn();
    const end = endOfLine(bytes, at);
    const piece = bytes.subarray(at, end);
    at = end;
    const text = strictly(piece);
    if (text === undefined) {
      const read = legacy.decode(piece);
      found.foreign += 1;
      found.first ??= { line: line + 1, value: oddPiece(read) };
      found.text += read;
      continue;
    }
    if (piece.some((byte) => byte > 127)) found.proper += 1;
    found.text += text;
  }
  return found;
}

/** The cell whose letters may be wrong. */
function oddPiece(line: string): string {
  return (line.split(/[,;\t|]/).find((cell) => /[^\x20-\x7e\s]/.test(cell)) ?? line).trim().slice(0, 60);
}

/** Behind the next line end: CR LF, LF, or CR alone. */
function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  return bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : Math.min(at + 1, bytes.length);
}
