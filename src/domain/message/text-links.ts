import { kindOfHost, type LinkKind } from './link-words.ts';

/** What a phone shows, or may show, as a link. */
export type Link = { host: string; kind: LinkKind };

/**
 * Finds everything that a phone shows or may show as a link, with or without https://. Letters are read in every way in
 * which a phone could read them: full width as plain, invisible ones as nothing or as a gap. It remembers some words,
 * since they recur in message after message.
 */
export function linkFinder(): (text: string) => Link[] {
  const known = new Map<string, readonly Link[]>();
  const linksOf = (word: string): readonly Link[] => {
    const before = known.get(word);
    if (before) return before;
    const links = readWord(word);
    if (known.size >= mostRemembered) known.clear();
    if (word.length <= longestRemembered) known.set(word, links);
    return links;
  };
  return (text) => text.split(gaps).flatMap((word) => (mayHide.test(word) ? linksOf(word) : []));
}

const mostRemembered = 5_000;
const longestRemembered = 200;

export function linksIn(text: string): Link[] {
  return linkFinder()(text);
}

/** A byte order mark counts as a space elsewhere and is invisible. */
const gaps = /(?:[^\S\ufeff]|[<>"“”„«»()[\]{},;!|`])+/;
const mayHide = /[.:]|[^\x20-\x7e]/;
const invisible = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

function readWord(word: string): Link[] {
  const found = new Map<string, LinkKind>();
  const add = ({ host, kind }: Link): void => {
    if (found.get(host) !== 'sure') found.set(host, kind);
  };
  for (const part of sightsOf(word)) linksInWord(part).forEach(add);
  // These scripts put no space behind a full stop: only sure links count there.
  if (/[。｡]/.test(word)) {
    const dotted = readWord(word.replace(/[。｡]/g, '.'));
    dotted.filter(({ kind }) => kind === 'sure').forEach(add);
  }
  return Array.from(found, ([host, kind]) => ({ host, kind }));
}

function sightsOf(word: string): Iterable<string> {
  if (!/[^\x20-\x7e]/.test(word)) return [word];
  const sights = new Set<string>();
  for (const known of [word, word.normalize('NFKC')]) {
    for (const gap of ['', ' ']) {
      for (const part of known.replace(invisible, gap).split(gaps)) sights.add(part);
    }
  }
  return sights;
}

/** Reads text without a gap. Everything behind a link's slash belongs to that link. */
function linksInWord(word: string): Link[] {
  const links: Link[] = [...addressOf(word), ...callsIn(word)];
  const hasScheme = word.includes('://');
  for (const match of word.matchAll(/[\p{L}\p{M}\p{N}.-]+/gu)) {
    if (!match[0].includes('.')) continue;
    const [from, to] = [match.index, match.index + match[0].length];
    const hasPath = /^(?::\d{1,5})?[/?#]./u.test(word.slice(to, to + 8));
    if (!hasScheme && isOfMailAddress(word, from, to)) continue;
    const hosts = match[0].split(/\.{2,}/).flatMap((piece) => hostIn(piece, hasPath) ?? []);
    links.push(...hosts);
    if (hasPath && hosts.at(-1)?.kind === 'sure') break;
  }
  return links;
}

function hostIn(piece: string, hasPath: boolean): Link | undefined {
  const host = piece.replace(/^[.-]+/, '').replace(/[.-]$/, '');
  const kind = kindOfHost(host.split('.'), hasPath);
  return kind && { host: host.toLowerCase(), kind };
}

/** After a scheme any host counts, with or without dots. */
function addressOf(word: string): Link[] {
  const at = word.indexOf('://');
  if (at < 1) return [];
  const [authority = ''] = word.slice(at + 3).split(/[/?#\\]/, 1);
  const host =
    /^[\p{L}\p{M}\p{N}.-]*/u.exec(authority.slice(authority.lastIndexOf('@') + 1))?.[0].replace(/[.-]$/, '') ?? '';
  if (host === '') return [];
  return [{ host: host.toLowerCase(), kind: /(?:https?|ftp|rtsp)$/i.test(word.slice(0, at)) ? 'sure' : 'doubtful' }];
}

/** What opens another program at a touch. */
function callsIn(word: string): Link[] {
  const found =
    /(?:^|[^a-z])((?:tel|sms|smsto|mms|mailto|facetime|geo|maps|market|intent|data|javascript|bitcoin|magnet|webcal):[^/])/i.exec(
      word,
    );
  return found ? [{ host: word.slice(word.indexOf(found[1] ?? '')).toLowerCase(), kind: 'doubtful' }] : [];
}

function isOfMailAddress(word: string, from: number, to: number): boolean {
  if (word[to] === '@') {
    const domain = /^[\p{L}\p{M}\p{N}.-]*/u.exec(word.slice(to + 1))?.[0] ?? '';
    return hostIn(domain, false) !== undefined && isOfMailAddress(word, to + 1, to + 1 + domain.length);
  }
  return (
    word[from - 1] === '@' &&
    /[\p{L}\p{N}._%+-]/u.test(word[from - 2] ?? '') &&
    !/^(?::?[^\s:.'’*_~?#/\\@]|[/?#\\@:].)/u.test(word.slice(to, to + 2))
  );
}

/** Fewer digits are a date, a time or a price. */
const fewestDigits = 10;

/** Possible phone numbers, as digits only. */
export function longNumbersIn(text: string): string[] {
  // Most texts of a million have none, and a string's own characters are slow to go through.
  if (!hasDigits(text, fewestDigits)) return [];
  const found: string[] = [];
  let digits = '';
  for (const char of `${text}\n`) {
    if (char >= '0' && char <= '9') digits += char;
    else if (!separators.has(char)) {
      if (digits.length >= fewestDigits) found.push(digits);
      digits = '';
    }
  }
  return found;
}

function hasDigits(text: string, fewest: number): boolean {
  let digits = 0;
  for (let at = 0; at < text.length && digits < fewest; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits >= fewest;
}

const separators = new Set(' ().-/+\u00a0');
