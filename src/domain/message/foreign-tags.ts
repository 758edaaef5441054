/** The first thing of each kind that means something only in Slack or another tool; each is a full sentence. */
export function foreignTags(text: string): string[] {
  return [emojiCode(text), liquidFilter(text), mergeTag(text), slackMarkup(text), escapedCharacter(text)].filter(
    (warning) => warning !== undefined,
  );
}

/** `:tada:` and `:+1:`, but no time, ratio, port or smiley: more than digits stands between two colons of its own. */
const emojiCodes = /(?<![\p{L}\p{N}:/])(?!:(?!100:)\d+:):[+-]?[a-z0-9][a-z0-9_+'-]{0,50}:(?!\/)/u;

function emojiCode(text: string): string | undefined {
  const [code] = emojiCodes.exec(text) ?? [];
  return (
    code && `“${code}” is sent as it stands, and phones would show the colons. Put the emoji itself in, or take it out.`
  );
}

const filters =
  /\{\{[^{}|]{1,60}\|\s?(?:default\b|capitalize|upcase|downcase|titlecase|title|upper|lower|strip|escape)[^{}]{0,60}\}\}/i;

function liquidFilter(text: string): string | undefined {
  const [tag] = filters.exec(text) ?? [];
  return tag && `In “${shorten(tag)}” the words after the bar would be sent as they stand. Write {{first_name|there}}.`;
}

/** Whatever stands inside these is a tag. */
const tags = [
  /\*\|[^|\n]{1,60}\|\*/,
  /%%[\p{L}_][\p{L}\p{N}_ .:-]{0,40}%%/u,
  /[$#]\{[^{}\n]{1,60}\}/,
  /\{%[^{}\n]{1,80}%\}/,
  /\{[$!*|][^{}\n]{1,40}\}/,
  /<<\s?[\p{L}_][\p{L}\p{N}_ .-]{0,40}>>/u,
  /\[\[\s?[\p{L}_][\p{L}\p{N}_ .-]{0,40}\]\]/u,
  /!\*[\p{L}_][\p{L}\p{N}_.]{0,40}\*!/u,
];

/** Percent signs stand in prices and addresses too. */
const percentTag = /(?<![\p{L}\p{N}%])%(?![\dA-F]{2}%)[\p{L}_][\p{L}\p{N}_]{1,40}%(?![\p{N}])/iu;

/** These are tags only if they name something that lists have columns for. */
const maybeTags = [
  /\[([^\][\n]{1,40})\]/g,
  /<([^<>\n]{1,40})>/g,
  /«([^«»\n]{1,40})»/g,
  /(?<![\p{L}\p{N}])[#@$|!~^_-]{1,2}([\p{L}][\p{L}_ ]{1,30}?)[#@$|!~^-]{1,2}(?![\p{L}\p{N}])/gu,
  /\$([a-z]{1,12}_?[a-z]{1,12})\b/gi,
];

const fields = new Set(
  'name firstname lastname fullname fname lname surname username nickname vorname nachname anrede prenom prénom nombre apellido apellidos nome cognome imie imię naam voornaam'.split(
    ' ',
  ),
);
/** Only as the first of several words: "[your company]", "[insert date]". */
const askingWords = new Set(['your', 'insert', 'enter', 'first', 'last', 'customer', 'recipient', 'contact']);

function mergeTag(text: string): string | undefined {
  const sure = [...tags, percentTag].map((tag) => tag.exec(text)?.[0]).find((tag) => tag !== undefined);
  const tag = sure ?? maybeTags.map((candidate) => namedIn(text, candidate)).find((found) => found !== undefined);
  return (
    tag &&
    `“${shorten(tag)}” comes from another tool and is sent as it stands. Write a column of your list, like {{first_name}}.`
  );
}

function namedIn(text: string, candidate: RegExp): string | undefined {
  return [...text.matchAll(candidate)].find(([, inside = '']) => namesField(inside))?.[0];
}

function namesField(inside: string): boolean {
  const words = inside
    .toLowerCase()
    .split(/[^\p{L}]/u)
    .filter((word) => word !== '');
  return words.some((word) => fields.has(word)) || (words.length > 1 && askingWords.has(words[0]!));
}

const markup = /<(?:[@#!][\p{L}\p{N}][^<>\n]{0,120}|(?:https?:\/\/|mailto:|tel:)[^<>\n]{1,500})>/u;

function slackMarkup(text: string): string | undefined {
  const [found] = markup.exec(text) ?? [];
  return found && `“${shorten(found)}” works only in Slack and is sent as it stands. Write what people should read.`;
}

const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

function escapedCharacter(text: string): string | undefined {
  const [found, name = ''] = /&(amp|lt|gt|quot|apos|nbsp|#39);/.exec(text) ?? [];
  return found && `“${found}” is sent as it stands. Write “${characters[name]}”.`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
