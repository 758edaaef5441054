import type { WebRequest } from '../ports/web.ts';
import { Problem } from './problem.ts';

/** Those that lists come in most; all others of the Encoding Standard are taken as well. */
const usual = 'utf-8, windows-1252, windows-1250, iso-8859-2, utf-16le, shift_jis, gb18030';

/** The name by which the Encoding Standard knows what Content-Type says; null where it says nothing. Throws a Problem. */
export function charsetOf({ headers }: WebRequest): string | null {
  const [, ...given] = String(headers['content-type'] ?? '').split(';');
  const said = given.flatMap((one) => {
    const [name = '', ...value] = one.split('=');
    return name.trim().toLowerCase() === 'charset'
      ? [
          value
            .join('=')
            .trim()
            .replace(/^"([^"]*)"$/, '$1'),
        ]
      : [];
  });
  const [label, ...others] = said;
  if (label === undefined) return null;
  if (others.length > 0) throw unknown('Content-Type names a charset twice. Name one.');
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw unknown(`There is no charset “${label.slice(0, 40)}”. Use one of ${usual}, or leave it out.`);
  }
}

/** JSON is UTF-8 and nothing else (RFC 8259). */
export function refuseOtherThanUtf8(request: WebRequest): void {
  const charset = charsetOf(request);
  if (charset !== null && charset !== 'utf-8') throw unknown(`JSON is written in UTF-8, not in ${charset}.`);
}

/** In UTF-8 what comes in `charset`; without one as it comes: the reader of lists tells it by its bytes. */
export async function* inUtf8(body: AsyncIterable<Uint8Array>, charset: string | null): AsyncGenerator<Uint8Array> {
  if (charset === null) return yield* body;
  const decoder = new TextDecoder(charset, { fatal: true });
  const decode = (piece?: Uint8Array): Uint8Array => {
    try {
      return Buffer.from(piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
    } catch {
      const detail = `The body is no ${charset}, though Content-Type says so. Name the charset that it has, or none.`;
      throw new Problem(400, 'other_charset', detail);
    }
  };
  for await (const piece of body) yield decode(piece);
  yield decode();
}

function unknown(detail: string): Problem {
  return new Problem(415, 'unknown_charset', detail);
}
