/** What may close a quotation that this mark has opened, in whichever language. */
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

/** In no language does one of these close a quotation that another has opened. */
const onlyOpens = new Set('„‟「『《〈‚');

const anyMark = new Set([...Object.keys(closers), '」', '』', '》', '〉']);

/** A quotation mark, and not the apostrophe of a word. */
export function isQuoteMark(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (!anyMark.has(mark)) return false;
  if (!"'’‘`´".includes(mark)) return true;
  // Korean particles follow the mark without a space, and Korean has no apostrophe.
  return !(isLetter(text[at - 1]) && isLetter(text[at + 1])) || /\p{scx=Hangul}/u.test(text[at + 1]!);
}

/**
 * Where the quotation ends that is opened at this place: the place of its closing mark. Undefined when none closes it.
 * Marks that differ may stand within each other; of those that are alike the first one closes.
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
