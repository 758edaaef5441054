import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everyMessage } from '../every/messages.ts';
import { everyModal } from '../every/modals.ts';
import { textOf } from '../read-blocks.ts';

/** One word for each thing, and plain ones: what people must not have to read, with what is said in its place. */
const otherWords: readonly (readonly [RegExp, string])[] = [
  [/\bshall\b/i, 'what happens, or "must"'],
  [/\banew\b/i, '"again"'],
  [/\bmend(?:s|ed|ing)?\b/i, '"fix" or "change"'],
  [/\bso many\b/i, 'how many, or "too many"'],
  [/\bGSM-?7\b|\bUCS-?2\b/i, '"segments", with the letter that costs'],
  [/\b(?:message|billed|SMS) parts?\b|\d parts?\b/i, '"segments"'],
  [/\bunsubscribed from\b|\b(?:black|block)list/i, '"opted out"'],
  [/\bopen repl(?:y|ies)\b|\bunread repl/i, '"unanswered"'],
  [/\b(?:chunk|wave|tranche)s?\b/i, '"batch"'],
  [/\bin doubt\b|\b(?:Closed|Released) by\b|\bcounts? as closed\b/i, '"unconfirmed"'],
  [/\bskipped\b/i, '"left out"'],
  [/\badministrators?\b/i, '"admin"'],
  [/\bcheck code\b|\bshort code that\b/i, '"short id"'],
  [/\bthis campaign is draft\b/i, '"is a draft"'],
  [/\d people sent\b/i, '"40 of 200 sent"'],
  [/\bno campaign texts\b/i, '"campaigns do not text"'],
  [/\bof [\d,]+ (?:people|person) nobody\b/i, 'whom it is about first'],
  [/\bmay leave again\b|\blook at this first\b|\bits short id for\b|\bbot runs\b/i, 'English'],
  [/\bplease\b/i, 'the same without it'],
];

function wrongWordsIn(text: string): string[] {
  return otherWords.flatMap(([word, instead]) => {
    const [found] = word.exec(text) ?? [];
    return found === undefined ? [] : [`“${found}”: say ${instead}`];
  });
}

/** What the program says, and what it writes for whoever runs it: every literal of three words or more. */
function sentencesOf(file: string): string[] {
  const code = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  const literals = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].map(
    (found) => found[1] ?? found[2],
  );
  return literals.map((text) => withoutCode(text ?? '')).filter((text) => /\S \S+ \S/.test(text));
}

function withoutCode(template: string): string {
  const without = template.replace(/\$\{[^{}]*\}/g, 'x');
  return without === template ? template : withoutCode(without);
}

/** What people may write to us is their own affair, and so are the lists that they bring. */
const theirWords = /src\/domain\/(?:reply\/(?:vocabulary|words|expected\/vocabulary)|list\/(?:columns|cells))\//;
const files = [...globSync('src/**/*.ts'), ...globSync('playground/page/**/*.ts')].filter(
  (file) => !theirWords.test(file.replaceAll('\\', '/')),
);

test('every sentence in the source says things with the one word for them', () => {
  const wrong = files.flatMap((file) =>
    sentencesOf(file).flatMap((sentence) => wrongWordsIn(sentence).map((why) => `${file}: ${why} in “${sentence}”`)),
  );
  expect(wrong).toEqual([]);
  expect(files.flatMap(sentencesOf).length).toBeGreaterThan(500);
});

test('so does every view, whatever its sentences are put together from', () => {
  const data = { name: 'Reunion', short: 'x', text: 'Hi' };
  const views = [...everyModal(data), ...everyMessage(data)];
  const wrong = views.flatMap(([name, view]) => {
    const text = 'text' in view ? `${textOf(view.blocks)}\n${view.text}` : textOf(view);
    return wrongWordsIn(text).map((why) => `${name}: ${why}`);
  });
  expect(wrong).toEqual([]);
});

test('no view says the same sentence twice', () => {
  const data = { name: 'Reunion', short: 'x', text: 'Hi' };
  // Several texts, people or campaigns may be told the same.
  const single = everyMessage(data).filter(([name]) => !/many texts|^note unconfirmed|^list /.test(name));
  const twice = single.flatMap(([name, { blocks }]) => {
    const sentences = textOf(blocks.filter(({ type }) => type === 'rich_text' || type === 'section'))
      .split(/\n|(?<=[.!?]) (?=[A-Z])/)
      .filter((sentence) => sentence.split(' ').length > 5);
    return sentences.filter((sentence, at) => sentences.indexOf(sentence) < at).map((said) => `${name}: ${said}`);
  });
  expect(twice).toEqual([]);
});

test('each sentence of a view begins with a capital, a figure or a name, and none has two full stops', () => {
  const data = { name: 'Reunion', short: 'Short', text: 'Hi' };
  const odd = everyMessage(data).flatMap(([name, { text }]) =>
    [...text.matchAll(/.{0,20}(?:\.\.(?!\.)|[.!?] [a-z]|\s{2,}).{0,20}/g)].map(([found]) => `${name}: ${found}`),
  );
  expect(odd).toEqual([]);
});
