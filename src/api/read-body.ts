import { createHash } from 'node:crypto';
import { listLimits } from '../domain/list/read-list.ts';
import type { WebRequest } from '../ports/web.ts';
import { refuseOtherThanUtf8 } from './charset.ts';
import { Problem } from './problem.ts';
import { type ReadJson, readStrictly, twice } from './strict-json.ts';

/** What is parsed in one go: reading that much holds nothing up. */
export const jsonBytes = 1_048_576;

const megabyte = 1_048_576;

/** The kind of body, without what may stand behind it. */
export function contentTypeOf({ headers }: WebRequest): string {
  const [type = ''] = String(headers['content-type'] ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

/** Throws for what is announced to be too large, before any of it is read, and for what is packed. */
export function checkHead({ headers }: WebRequest, most: number): void {
  const packed = headers['content-encoding'];
  if (packed !== undefined && String(packed).toLowerCase() !== 'identity') {
    throw new Problem(415, 'packed_body', 'Send the body as it is, without Content-Encoding.');
  }
  if (Number(headers['content-length']) > most) throw tooLarge(most);
}

/** The pieces as they come, and the hash over all of them once they have. Throws as soon as there are too many. */
export function bounded(body: AsyncIterable<Uint8Array>, most: number, before = '') {
  const sum = createHash('sha256').update(before);
  return {
    sha256: () => sum.digest('hex'),
    pieces: (async function* () {
      let bytes = 0;
      for await (const piece of body) {
        bytes += piece.length;
        if (bytes > most) throw tooLarge(most);
        sum.update(piece);
        yield piece;
      }
    })(),
  };
}

/** A whole JSON object that can be read in one way only. */
export async function readJson(
  request: WebRequest,
  pieces: AsyncIterable<Uint8Array>,
): Promise<Record<string, unknown>> {
  refuseOtherThanUtf8(request);
  const whole = Buffer.concat(await Array.fromAsync(pieces));
  let read: ReadJson;
  try {
    read = readStrictly(new TextDecoder('utf-8', { fatal: true }).decode(whole));
  } catch {
    throw new Problem(400, 'bad_json', 'The body is no JSON in UTF-8. Look for a missing quote or comma.');
  }
  const { value, repeated } = read;
  if (repeated) {
    const errors = [{ pointer: repeated.pointer, detail: twice(repeated) }];
    throw new Problem(400, 'repeated_name', twice(repeated), { errors });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Problem(400, 'bad_json', 'The body is no JSON object. Write {"sender": …, "recipients": […], …}.');
}

function tooLarge(most: number): Problem {
  const instead =
    most < listLimits.allBytes
      ? ' Send a longer list as text/csv or application/x-ndjson.'
      : ' Split the list into several campaigns.';
  return new Problem(413, 'too_large', `A body of this kind has at most ${Math.round(most / megabyte)} MB.${instead}`);
}
