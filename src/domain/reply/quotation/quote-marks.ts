/** The marks that may close a quotation opened by this one, in any language. */
const closers: Record<string, string> = {
  '“': '”"',
  '”': '”"',
  '„': '“”"',
  '‟': '”"',
  '"': '"”',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  "'": "'’",
  '‘': "’'",
  '’': "’'",
  '‚': "‘’'",
  '`': "`'’",
  '´': "´'’",
};

/** These never close a quotation that another mark has opened. */
const onlyOpens = new Set('„‟「『《〈‚');

const anyMark = new Set([...Object.keys(closers), '」', '』', '》', '〉']);

/** A quotation mark rather than a word's apostrophe. */
export function isQuoteMark(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (!anyMark.has(mark)) return false;
  if (!"'’‘`´".includes(mark)) return true;
  // Korean particles follow the mark without a space, and Korean has no apostrophe.
  return !(isLetter(text[at - 1]) && isLetter(text[at + 1])) || /\p{scx=Hangul}/u.test(text[at + 1]!);
}

/**
 * The place of the mark that closes the quotation opened here, undefined when there is none. Different marks may be
 * nested; of equal ones the first closes.
 */
export function closingMark(text: string, opening: number): number | undefined {
  const open = [text[opening] ?? ''];
  for (let at = opening + 1; at < text.length; at += 1) {
    const mark = text[at]!;
    if (!isQuoteMark(text, at)) continue;
    const last = open.at(-1)!;
    if ((closers[last] ?? '').includes(mark)) open.pop();
    else if (mark === last || onlyOpens.has(mark)) open.push(mark);
    if (open.length === 0) return at;
  }
  return undefined;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}
