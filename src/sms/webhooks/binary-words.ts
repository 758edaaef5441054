import { readReply } from '../../domain/reply/opt-out.ts';

/**
 * What the hexadecimal bytes of a binary text say: plain UTF-8, or UTF-16 as networks send it. Undefined when they are
 * no words. Some bytes can be both: then a STOP in either counts.
 */
export function wordsOfBytes(hex: string): string | undefined {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(hex)) return undefined;
  const bytes = Buffer.from(hex, 'hex');
  const plain = decoded(bytes, 'utf-8');
  const wide = decoded(bytes, 'utf-16be');
  const wideWords = wide !== undefined && isOfOneScript(wide) ? wide : undefined;
  if (plain === undefined) return wideWords;
  return wideWords !== undefined && readReply(plain) !== 'opt_out' && readReply(wideWords) === 'opt_out'
    ? wideWords
    : plain;
}

function decoded(bytes: Buffer, encoding: 'utf-8' | 'utf-16be'): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes).trim();
    const isPrintable = !/[^\P{C}\n\r\t\u200c\u200d]/u.test(text);
    return isPrintable && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes that are no text become letters of many scripts. */
function isOfOneScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.join('') ?? '';
  return letters === '' || scripts.some((script) => script.test(letters));
}

const scripts = [
  /^\p{Script=Latin}+$/u,
  /^\p{Script=Greek}+$/u,
  /^\p{Script=Cyrillic}+$/u,
  /^\p{Script=Arabic}+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^\p{Script=Devanagari}+$/u,
  /^\p{Script=Bengali}+$/u,
  /^\p{Script=Tamil}+$/u,
  /^\p{Script=Thai}+$/u,
  /^\p{Script=Hangul}+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u,
];
