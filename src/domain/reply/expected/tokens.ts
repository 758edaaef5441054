import { foldLetters } from '../words/folded-letters.ts';
import { lengthOfSignature, withoutSignatures } from '../words/mail-signature.ts';
import { accentedAnswers, usualAnswers } from './vocabulary/usual-answers.ts';

/** A word in one form, an emoji without its colour, or a sign that changes what is said: "?", "…", "/", "%". */
export type Token = { kind: 'word' | 'picture' | 'sign'; text: string };

/**
 * A text as words, emoji and telling signs. Case, accents, width and invisible characters make no difference, plain
 * punctuation goes, and so do the lines that mail programs add. Linear in the text's length.
 */
export function tokensOf(text: string): Token[] {
  const written = withPictures(withoutStars(plain(withoutSignatures(text))));
  const tokens = [...written.matchAll(parts)].flatMap(([part, minus]) => (minus ? sign(minus) : tokenOf(part)));
  const opened = /^\s*!\p{L}/u.test(written) && written.indexOf('!') === written.lastIndexOf('!');
  return withoutSignature(opened ? [...sign('!'), ...tokens] : tokens);
}

/** Words, dots of somebody who hesitates, the minus of a figure, and every other sign. */
const parts = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}\p{N}]+)*|\.\.+|(?<![\p{L}\p{N}])([-\u2212])(?=\p{Nd})|\S/gu;

function plain(text: string): string {
  return text
    .replace(/[’‘`´ʼ]/g, "'")
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{VS}]|\u20e3/gu, '')
    .replace(/[♀♂]|[\u{1f3fb}-\u{1f3ff}]/gu, '')
    .replace(/\.\s(?=\.)/g, '.');
}

/** "*yes*" is bold; "*yes" and "yes*" mend an earlier text. */
function withoutStars(text: string): string {
  const said = text.trim();
  return said.length > 2 && said.startsWith('*') && said.endsWith('*') ? said.slice(1, -1) : text;
}

/** Faces made of punctuation. */
function withPictures(text: string): string {
  return text
    .replace(/[:=]['-]?[)\]D](?![\p{L}\p{N}])/gu, ' 🙂 ')
    .replace(/[:=]['-]?[([](?![\p{L}\p{N}])/gu, ' 🙁 ')
    .replace(/\)['-]?:/g, ' 🙁 ')
    .replace(/;['-]?[)(DPp]/g, ' 😉 ')
    .replace(/-_+-/g, ' 😑 ');
}

function tokenOf(part: string): Token[] {
  if (/^[\p{L}\p{N}]/u.test(part)) return [wordOf(part)];
  if (part === '&') return [{ kind: 'word', text: 'and' }];
  if (part.startsWith('..')) return sign('…');
  if (/^[?¿؟⁇‽\u037e❓❔]$/u.test(part)) return sign('?');
  if (/^[\p{Extended_Pictographic}\p{Regional_Indicator}]$/u.test(part)) return [{ kind: 'picture', text: part }];
  return isPunctuation(part) ? [] : sign(part);
}

function sign(text: string): Token[] {
  return [{ kind: 'sign', text }];
}

function isPunctuation(part: string): boolean {
  return /^[.,!¡;:"'«»„“”‟‹›()[\]_。、，！\p{Pd}]$/u.test(part);
}

/** In answers of so few letters another accent makes another word. */
const shortAnswer = 4;
const shortAnswers: ReadonlySet<string> = new Set(
  Object.values(usualAnswers)
    .flatMap(({ yes, no, moreYes, yesHere, noHere }) => [yes, no, moreYes, yesHere, noHere].join(',').split(','))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '' && phrase.length <= shortAnswer),
);

function short(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1');
}

/** Crossed-out letters are no word. */
function wordOf(part: string): Token {
  const written = part.toLowerCase().replaceAll("'", '');
  if (/[\u0334-\u0338]/.test(written)) return { kind: 'sign', text: written };
  const { letters } = foldLetters(written);
  const isOther = written !== letters && shortAnswers.has(short(letters)) && !accentedAnswers.has(short(written));
  return { kind: 'word', text: isOther ? written : letters };
}

/** "Yes Sent from my iPhone", in one line. */
function withoutSignature(tokens: readonly Token[]): Token[] {
  const words = tokens.map(({ text }) => text);
  const at = words.findIndex((_, place) => place > 0 && lengthOfSignature(words, place) > 0);
  return at < 0 ? [...tokens] : [...tokens.slice(0, at), ...tokens.slice(at + lengthOfSignature(words, at))];
}
