import { plainText } from '../plain-text.ts';
import { foreignTags } from './foreign-tags.ts';

/** What an author should think about before sending; each is a full sentence. */
export function lintTemplate(text: string): string[] {
  return [optOutHint(text), ...lintText(text, 'message')].filter((warning) => warning !== undefined);
}

/** The same for a text that need not say how to opt out. */
export function lintText(text: string, what = 'text'): string[] {
  return [hiddenCharacters(text, what), mixedScripts(text), singleBraces(text), ...foreignTags(text)].filter(
    (warning) => warning !== undefined,
  );
}

const optOutWords =
  /\b(stop|stopp|unsubscribe|opt[ -]?out|arret|desabo|baja|alto|abmelden|abbestellen|sair|parar|pare|afmelden|basta|cancella)\b|退订|退訂|停止|수신거부|стоп/u;

function optOutHint(text: string): string | undefined {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  if (optOutWords.test(plain)) return undefined;
  return 'The message does not say how to opt out. Add “Reply STOP to opt out.”';
}

function hiddenCharacters(text: string, what: string): string | undefined {
  // Invisible characters that belong to a spelling or an emoji stay.
  const kept = new Set(plainText(text));
  const found = [...new Set(text.match(/[\p{Cf}\p{Zl}\p{Zp}]|[^\P{Cc}\n\r\t]/gu) ?? [])].filter(
    (char) => !kept.has(char),
  );
  if (found.length === 0) return undefined;
  const codes = found
    .slice(0, 5)
    .map((char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return `The ${what} contains characters that cannot be seen (${codes.join(', ')}). Delete them, or type the text again.`;
}

function mixedScripts(text: string): string | undefined {
  const words = text.match(/\p{L}+/gu) ?? [];
  const mixed = words.find(
    (word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word),
  );
  if (!mixed) return undefined;
  return `The word “${mixed.slice(0, 30)}” mixes Latin letters with ones of another alphabet that look alike. Type it again.`;
}

function singleBraces(text: string): string | undefined {
  const single = /(?<![{$#])\{([\p{L}_][\p{L}\p{N}_ ]{0,40})\}(?!\})/u.exec(text);
  if (!single) return undefined;
  return `“${single[0]}” is sent as it stands. Write {{${single[1]}}} to have it filled in.`;
}
