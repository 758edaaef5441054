import { CampaignError } from '../../campaign-error.ts';
import { parseTemplate } from '../../message/template.ts';
import { phraseOf } from './answer-words.ts';
import { answerLimits, type ExpectedAnswer } from './expected-answer.ts';
import { pictureCodes } from './vocabulary/pictures.ts';
import { problemsBetween, wordProblem } from './word-problems.ts';

export { ExpectedAnswer } from './expected-answer.ts';

/** A rule of the form that the text breaks, as a sentence that names the line and says what to do. */
export type AnswersProblem = { problem: string };

/**
 * Reads lines of `Label: word, word => thank-you text`, all but the label optional: "Yes" alone expects just that word.
 * Empty lines do not count.
 */
export function parseExpectedAnswers(text: string): { answers: ExpectedAnswer[] } | AnswersProblem {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line, at) => ({ line: line.trim(), no: at + 1 }));
  const filled = lines.filter(({ line }) => line !== '');
  if (filled.length > answerLimits.lines) {
    return {
      problem: `${filled.length} lines are too many. Keep the ${answerLimits.lines} answers that most people will give.`,
    };
  }
  const read: { answer: ExpectedAnswer; no: number }[] = [];
  for (const { line, no } of filled) {
    const answer = readLine(line, no);
    if ('problem' in answer) return answer;
    read.push({ answer, no });
  }
  const problem = problemsBetween(read);
  return problem === undefined ? { answers: read.map(({ answer }) => answer) } : { problem };
}

/** The lines as the form shows them: reading them gives the same answers. */
export function writeExpectedAnswers(answers: readonly ExpectedAnswer[]): string {
  return answers
    .map(({ label, words, thankYou }) => {
      const colon = words.length > 0 || separators.test(label) ? ':' : '';
      const said = [`${label}${colon}`, words.join(', ')].filter((part) => part !== '').join(' ');
      return thankYou === null ? said : `${said} => ${thankYou}`;
    })
    .join('\n');
}

const separators = /[,;，；、،]/;
const arrow = /=&gt;|-&gt;|[=＝][>＞]|->|[→⇒⟹➡]\ufe0f?/;
/** Not the one within "10:30". */
const colon = /(?<!\d)[:：]|[:：](?!\d)/;
const quotes = /^["'“”„«»‘’‚‹›]|["'“”„«»‘’‚‹›]$/g;

function readLine(written: string, no: number): ExpectedAnswer | AnswersProblem {
  const { line, unknown } = withPictures(written);
  const problem = (says: string) => ({ problem: `Line ${no}: ${says}` });
  const [said, thanks] = cut(line, arrow);
  if (unknown) return problem(`“${unknown}” is a code, not what people send. Paste the emoji itself, or leave it out.`);
  const [name, list] = cut(said, colon);
  const label = unquoted(name);
  if (label === '') return problem('a label is missing. Write it like “Yes: yes, sure”.');
  if (list === undefined && separators.test(said)) {
    return problem(`a colon is missing behind the label. Write it like “${label.split(separators)[0]}: yes, sure”.`);
  }
  if (label.length > answerLimits.label) {
    return problem(`the label has ${label.length} characters; shorten it to ${answerLimits.label}.`);
  }
  const words = distinct((list ?? '').split(separators).map(unquoted));
  if (words.length > answerLimits.words) {
    return problem(`${words.length} words are too many; keep the ${answerLimits.words} that people use most.`);
  }
  for (const word of [label, ...words]) {
    const wrong = wordProblem(word);
    if (wrong) return problem(wrong);
  }
  const thankYou = thanks?.trim() || null;
  const wrong = thankYou === null ? undefined : thankYouProblem(thankYou);
  return wrong ? problem(wrong) : { label, words, thankYou };
}

function cut(text: string, at: RegExp): [before: string, behind: string | undefined] {
  const found = at.exec(text);
  if (!found) return [text, undefined];
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

function unquoted(word: string): string {
  return word.trim().replace(quotes, '').trim().replace(/\s+/g, ' ');
}

function distinct(words: readonly string[]): string[] {
  const said = new Set<string>();
  return words.filter((word) => {
    const phrase = phraseOf(word) || word;
    const isNew = word !== '' && !said.has(phrase);
    said.add(phrase);
    return isNew;
  });
}

/** Emoji pickers write ":+1:"; faces such as ":)" are no code. */
function withPictures(line: string): { line: string; unknown: string | undefined } {
  let unknown: string | undefined;
  const [said, thanks] = cut(line, arrow);
  const shown = said.replace(/:([a-z_+-][a-z0-9_+-]{0,40}):/g, (code, name: string, at: number) => {
    const picture = pictureCodes[name];
    const isInWord = /[\p{L}\p{N}]/u.test(`${said[at - 1] ?? ''}${said[at + code.length] ?? ''}`);
    if (picture === undefined && !isInWord) unknown ??= code;
    return picture ?? code;
  });
  return { line: thanks === undefined ? shown : `${shown} => ${thanks}`, unknown };
}

function thankYouProblem(text: string): string | undefined {
  if (text.length > answerLimits.thankYou) {
    return `the thank-you text has ${text.length} characters; shorten it to ${answerLimits.thankYou}.`;
  }
  try {
    parseTemplate(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    return error.message;
  }
}
