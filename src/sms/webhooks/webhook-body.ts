import type { IncomingHttpHeaders } from 'node:http';

/**
 * A webhook's body as a document: JSON, or the older interfaces' form encoding. Undefined: neither. Bytes that are not
 * UTF-8 are read as Windows-1252, which old programs write.
 */
export function readBody(body: Buffer, headers: IncomingHttpHeaders): unknown {
  try {
    return JSON.parse(decoded(body));
  } catch {
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
    return isForm ? readForm(body) : undefined;
  }
}

function readForm(body: Buffer): Record<string, string> {
  const pairs = withoutMark(body.toString('latin1'))
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [unescaped(name), unescaped(value.join('='))];
    });
  return Object.fromEntries(pairs);
}

/** Byte by byte: escaped bytes may be of either encoding. */
function unescaped(written: string): string {
  const bytes = written
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoded(Buffer.from(bytes, 'latin1'));
}

/** The mark of UTF-8, its three bytes each taken for a character. */
function withoutMark(bytes: string): string {
  return bytes.replace(/^\u00ef\u00bb\u00bf/, '');
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

function decoded(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}
