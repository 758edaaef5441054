/** A word as typed. Quoted words are one word, and never a flag. */
export type Word = { text: string; isQuoted: boolean };

/** Splits at spaces of every kind. Undoes Slack's escapes, once: `&amp;lt;` was typed as `&lt;`. */
export function commandWords(text: string): Word[] {
  const typed = text.replace(/&(amp|lt|gt);/g, (_, name: string) => escaped[name]!).replace(unseen, '');
  return [...typed.matchAll(words)].map(([, double, single, bare]) => {
    const quoted = double ?? single;
    return quoted === undefined
      ? { text: bare!, isQuoted: false }
      : { text: quoted.replace(/\s+/g, ' ').trim(), isQuoted: true };
  });
}

const escaped: Record<string, string> = { amp: '&', lt: '<', gt: '>' };

/** Marks from phones and copied text. Joiners stay: they belong to names and emoji. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]/g;

/** Quotation marks are straight or typographic, of any language; an apostrophe within a word is none. */
const words = /["“”„‟«»″]([^"“”„‟«»″]*)["“”„‟«»″]|(?<!\S)['‘‚‹]([^'’‘›]*)['’‘›](?!\S)|(\S+)/g;
