/** Control characters but for tab and line break, and the marks that turn the reading direction of what follows. */
const unseen = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu;

/** Text of unknown origin without what could change how the words around it are shown. */
export function inert(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(unseen, '');
}

/** The same on one line, as names are. */
export function oneLine(text: string): string {
  return inert(text).replace(/\s+/g, ' ').trim();
}

/** Shortens visibly, never within a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The end of a sentence, unless a question or a cry that it quotes ends it already. */
export function ended(sentence: string): string {
  return /[.!?…]”?$/.test(sentence) ? sentence : `${sentence}.`;
}

/** For Slack's formatted text: no mention, no link, and no address that Slack would turn into a link. */
export function escapeText(text: string): string {
  return inert(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('://', '[:]//')
    .replace(/(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/gu, '[.]');
}
