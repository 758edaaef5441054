/**
 * A text as words in one form: compatibility forms, look-alike letters, case, accents, repeated letters and punctuation
 * make no difference. What mail programs and phones add below a text is left out.
 */
export function readableWords(text: string): string[] {
  const words = joinLetters(plain(text.slice(0, longestText)).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
  const signature = words.findIndex(
    (word, at) => word === 'sent' && words[at + 1] === 'from' && words[at + 2] === 'my',
  );
  const said = signature > 0 ? words.slice(0, signature) : words;
  return said.map(foldWord);
}

/** No text message comes near this many characters. */
const longestText = 10_000;

/** A word as all texts and phrases are compared: "STOPPP" and "Stopp" are "stop", "st0p" too. */
export function foldWord(word: string): string {
  const letters =
    /\d/.test(word) && /\p{L}/u.test(word) ? word.replace(/[015]/g, (digit) => digitLetters[digit] ?? digit) : word;
  return letters.replace(/(\p{L})\1+/gu, '$1');
}

/** Phones report reactions as texts that quote ours: what is quoted is not said by them. */
export function withoutReaction(text: string): string {
  const said = text.trim();
  const opens = said.search(/[“"]/);
  if (opens <= 0 || opens > 40 || !/[”"]$/.test(said)) return text;
  return /^(liked|loved|laughed at|emphasized|questioned|disliked|reacted .{1,20}to|removed .{1,20}from) ?$/iu.test(
    said.slice(0, opens),
  )
    ? ''
    : text;
}

/** "s t o p" is one word. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (words[end]?.length === 1) end += 1;
    if (end - at < 3) end = at + 1;
    joined.push(words.slice(at, end).join(''));
    at = end;
  }
  return joined;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[\u0370-\u04ff$øðıßæœ]/g, (char) => lookAlikes[char] ?? char);
}

const digitLetters: Record<string, string> = { '0': 'o', '1': 'i', '5': 's' };

/** Cyrillic and Greek letters that look Latin, and Latin ones that are often typed as others. */
const lookAlikes: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ѕ: 's',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  п: 'n',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 's',
  ς: 's',
  τ: 't',
  υ: 'u',
  χ: 'x',
  $: 's',
  ø: 'o',
  ð: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
