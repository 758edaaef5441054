import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LineValue } from '../reading.ts';
import { type Encoding, legacyEncoding, refuseOtherFiles, wideEncoding } from './file-encoding.ts';

/** A file's bytes from the first on, each time they are asked for: a list may be read more than once. */
export type Bytes = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A text from its beginning, each time: whole, or in pieces. */
export type Texts = () => AsyncIterable<string> | Iterable<string>;

/**
 * A file as text. `encoding`: null for UTF-8 and UTF-16, else the guess for the whole; `odd`: how many lines were not
 * UTF-8 and were read with the guess, and the first of them.
 */
export type DecodedFile = {
  texts: Texts;
  encoding: Encoding | null;
  odd: { count: number; first: LineValue } | null;
};

/** Decodes a file; what is not UTF-8 is read in the usual encoding of the country. Throws for files that are no text. */
export async function decodeFile(bytes: Bytes, country: string): Promise<DecodedFile> {
  const head = await headOf(bytes, 1024);
  refuseOtherFiles(head);
  const wide = wideEncoding(head);
  if (wide) return { texts: () => decoded(bytes, wide), encoding: null, odd: null };
  if (await isUtf8(bytes)) return { texts: () => decoded(bytes, 'utf-8'), encoding: null, odd: null };

  const guess = legacyEncoding(country);
  const lines = await countLines(bytes, new TextDecoder(guess));
  const odd = lines.first && { count: lines.foreign, first: lines.first };
  if (lines.foreign > lines.proper) return { texts: () => decoded(bytes, guess), encoding: guess, odd };
  return { texts: () => decodedByLine(bytes, new TextDecoder(guess)), encoding: null, odd };
}

async function headOf(bytes: Bytes, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let found = 0;
  for await (const chunk of bytes()) {
    chunks.push(chunk.subarray(0, length - found));
    found += chunk.length;
    if (found >= length) break;
  }
  return Buffer.concat(chunks);
}

const chunkLength = 65_536;

/** Nothing is decoded in larger pieces, however they come. */
async function* chunksOf(bytes: Bytes): AsyncGenerator<Uint8Array, void> {
  for await (const whole of bytes()) {
    for (let at = 0; at < whole.length; at += chunkLength) yield whole.subarray(at, at + chunkLength);
  }
}

async function* decoded(bytes: Bytes, encoding: Encoding): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(bytes)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function isUtf8(bytes: Bytes): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunksOf(bytes)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return false;
    throw error;
  }
}

function strictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Each line is decoded alone, so that a bad byte spoils no other. `proper` and `foreign` count lines with more than ASCII. */
async function countLines(bytes: Bytes, legacy: TextDecoder) {
  const found = { proper: 0, foreign: 0, first: null as LineValue | null };
  let line = 0;
  for await (const piece of linesOf(bytes)) {
    line += 1;
    if (line % 5_000 === 0) await nextTurn();
    if (strictly(piece) === undefined) {
      found.foreign += 1;
      found.first ??= { line, value: oddPiece(legacy.decode(piece)) };
    } else if (piece.some((byte) => byte > 127)) found.proper += 1;
  }
  return found;
}

async function* decodedByLine(bytes: Bytes, legacy: TextDecoder): AsyncGenerator<string, void> {
  let texts = '';
  for await (const piece of linesOf(bytes)) {
    texts += strictly(piece) ?? legacy.decode(piece);
    if (texts.length < chunkLength) continue;
    yield texts;
    texts = '';
  }
  yield texts;
}

/** The cell whose letters may be wrong. */
function oddPiece(line: string): string {
  return (line.split(/[,;\t|]/).find((cell) => /[^\x20-\x7e\s]/.test(cell)) ?? line).trim().slice(0, 60);
}

/** Lines with their ends: CR LF, LF, or CR alone. */
async function* linesOf(bytes: Bytes): AsyncGenerator<Uint8Array, void> {
  let begun: Uint8Array[] = [];
  let mayGoOn = false;
  for await (const chunk of chunksOf(bytes)) {
    let at = 0;
    if (mayGoOn) {
      // The last chunk ended with CR: its LF may come only now.
      if (chunk[0] === 10) at = 1;
      yield Buffer.concat([...begun, chunk.subarray(0, at)]);
      begun = [];
      mayGoOn = false;
    }
    for (let end = lineEnd(chunk, at); end > 0; end = lineEnd(chunk, at)) {
      if (end === chunk.length && chunk[end - 1] === 13) {
        mayGoOn = true;
        break;
      }
      yield begun.length > 0 ? Buffer.concat([...begun, chunk.subarray(at, end)]) : chunk.subarray(at, end);
      begun = [];
      at = end;
    }
    if (at < chunk.length) begun.push(chunk.subarray(at));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}

/** Behind the next line end; 0: there is none. */
function lineEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === 10) return at + 1;
    if (bytes[at] === 13) return bytes[at + 1] === 10 ? at + 2 : at + 1;
  }
  return 0;
}
