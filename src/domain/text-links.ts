/** Endings that phones make a link of, besides those of two letters. */
const endings = new Set(
  'com net org info biz name mobi edu gov app dev xyz top site online shop store link click live life world club icu vip win work today space website digital email group agency media news blog page cloud tech loan bank finance support help center'.split(
    ' ',
  ),
);

/** The hosts of all that a phone shows as a link, with or without https:// before it. One pass, whatever the text. */
export function hostsIn(text: string): string[] {
  if (!text.includes('.') && !text.includes('://')) return [];
  return text.split(/[\s<>"“”‘’(),;!?|]/).flatMap((word) => hostOf(word.toLowerCase()) ?? []);
}

function hostOf(word: string): string | undefined {
  const scheme = word.indexOf('://');
  if (scheme >= 0) return bare(beforePath(word.slice(scheme + 3)));
  const before = beforePath(word);
  if (before.includes('@')) return undefined;
  const host = bare(before);
  const labels = host.split('.');
  const ending = labels.at(-1) ?? '';
  if (labels.length < 2 || labels.includes('')) return undefined;
  const isLink =
    endings.has(ending) || /^[a-z]{2}$/.test(ending) || ending.startsWith('xn--') || word[before.length] === '/';
  const isAddress = labels.length === 4 && labels.every((label) => /^\d{1,3}$/.test(label));
  return isAddress || (isLink && !/^\d+$/.test(ending)) ? host : undefined;
}

function beforePath(address: string): string {
  const end = address.search(/[/?#]/);
  return end < 0 ? address : address.slice(0, end);
}

/** Without a name before @, a port, or a sentence's end. */
function bare(host: string): string {
  const name = host.slice(host.lastIndexOf('@') + 1).split(':')[0] ?? '';
  let end = name.length;
  while (end > 0 && /[.'`*_~\]}]/.test(name[end - 1] ?? '')) end -= 1;
  let start = 0;
  while (start < end && /[.'`*_~[{]/.test(name[start] ?? '')) start += 1;
  return name.slice(start, end);
}

/** Fewer digits are a date, a time or a price. */
const fewestDigits = 10;

/** What may be a number to call, as digits only. */
export function longNumbersIn(text: string): string[] {
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

const separators = new Set(' ().-/+\u00a0');
