import { z } from 'zod';

export type Problem = { code: string | undefined; summary: string };

/**
 * What an error document (RFC 9457) says, fit to be stored and shown: its code, and a summary without phone numbers,
 * quoted values or tokens. A part that repeats one of the hidden strings is left out.
 */
export function readProblem(body: string, hide: readonly string[] = []): Problem {
  const { type, title, detail, invalid_parameters } = Document.parse(parsed(body));
  // A title that is only the code tells people nothing.
  const parts = [
    isNumber.test(title) ? '' : title,
    detail,
    ...invalid_parameters.map(({ name, reason }) => `${name}: ${reason}`),
  ];
  const said = parts
    .map((part) => part.slice(0, 500))
    .filter((part) => part !== '' && !hide.some((hidden) => repeats(part, hidden)))
    .map(scrub);
  return { code: codeOf(type, title), summary: asSentences(said).slice(0, 200).toWellFormed() };
}

/** The provider ends only some of its sentences. */
function asSentences(said: readonly string[]): string {
  return said.map((part, index) => (index === said.length - 1 || /[.!?…:]$/.test(part) ? part : `${part}.`)).join(' ');
}

/** Nobody reads more of what went wrong. */
const longestWords = 2_000;

/** The same words without possible phone numbers, quoted values and tokens. */
export function scrub(words: string): string {
  return words
    .slice(0, longestWords)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/["“`][^"”`]{0,200}["”`]|(?<!\w)'[^']{0,200}'(?!\w)/g, (quoted) => (field.test(quoted) ? quoted : '…'))
    .replace(/[\w.+/=-]{24,}/g, '…')
    .replace(/\+?\d(?:[\s().-]{0,3}\d){6,}/g, '…')
    .trim();
}

const isNumber = /^\d{1,6}$/;
const field = /^\W(to|from|text|channel|message_type|client_ref|sms|encoding_type)\W$/;

/** The provider's code as a short word: `1120` of `…/api-errors/messages#1120`, or of a title that is a number. */
export function codeOf(type: string, title: string): string | undefined {
  if (isNumber.test(title)) return title;
  const fragment = /#([A-Za-z0-9_-]{1,40})$/.exec(type)?.[1];
  return fragment && scrub(fragment) === fragment ? fragment : undefined;
}

/** Codes come as strings or numbers, whatever the provider's schema says; anything else, and nothing, is empty. */
export const Text = z.preprocess(
  (value) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''),
  z.string(),
);
const Document = z
  .object({
    type: Text,
    title: Text,
    detail: Text,
    invalid_parameters: z.array(z.object({ name: Text, reason: Text })).catch([]),
  })
  .catch({ type: '', title: '', detail: '', invalid_parameters: [] });

/** Undefined when it is no JSON. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

// A quarter of a sentence is enough to recognise a text; shorter overlaps are common words.
const tellingLength = 12;

function repeats(part: string, hidden: string): boolean {
  const [said, secret] = [squeezed(part), squeezed(hidden)];
  if (secret.length < 4) return false;
  const width = Math.min(tellingLength, secret.length);
  for (let start = 0; start + width <= secret.length; start++) {
    if (said.includes(secret.slice(start, start + width))) return true;
  }
  return false;
}

function squeezed(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ').trim();
}
