import { withoutEnd } from '../../plain-text.ts';

/** Reads the words beside a number as a name; empty for sentences, labels and joining words. */
export function nameBeside(words: string): string {
  if (words.length > longestWords) return '';
  const bare = words
    .replace(/[<>()[\]"“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^\s?\d{1,4}[.):]\s/, '')
    .replace(/^[\s,;:.|&/*•·‣◦▪●○–—☎📱📞✓✔☑✅-]+/u, '');
  let text = withoutEnd(bare, /[\s,;:|&/-]/);
  for (const rest of [
    /\s?\b(?:tel|phone|cell|mobile|mob|handy|and|und|et|e|y|or|oder|ou|o)[.:]{0,2}$/iu,
    /^(?:and|und|et|e|y|or|oder|ou|o)\b\s?/iu,
  ]) {
    text = text.replace(rest, '').trim();
  }
  const parts = text.split(' ');
  const isSentence =
    parts.length > 5 ||
    /[?!@\d]|[:;] |[a-z]{3}\. /.test(text) ||
    parts.some((part) => plainWords.has(part.toLowerCase()));
  return isSentence || !/\p{L}/u.test(text) || /^[a-z]$/i.test(text) ? '' : text;
}

/** No name is longer, and the time for longer text grows faster than its length. */
const longestWords = 200;

const plainWords = new Set(
  `the a an at is are was to for from on in of my your his her our their this that please text call sms message number numbers
  phone cell mobile contact add remove also with tomorrow today but not do dont it they them she he we you i hi hello thanks
  bitte oder der die das nummer ist an zu am auch nicht les est sur por favor los es numero llama team group list gruppe liste`.split(
    /\s+/,
  ),
);
