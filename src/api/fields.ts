import { presets } from '../domain/campaign/campaign-form.ts';
import type { FormField } from '../domain/campaign-error.ts';
import type { SentInTexts } from '../services/api/read-sent-in.ts';
import { saidTwice } from './paging.ts';
import type { PartProblem } from './problem.ts';
import { escaped } from './strict-json.ts';

/** `lines` and `words` are lists of strings; a `moment` is ISO 8601 with its zone. */
type Kind = 'text' | 'whole' | 'seconds' | 'moment' | List;
type List = 'lines' | 'words';

type Text = Exclude<keyof SentInTexts, 'channel'>;

/** What a campaign says, by its name in the API, and the text of the form that it becomes. */
export const fields = {
  sender: ['sender', 'text'],
  message_string: ['message', 'text'],
  batch_size: ['batchSize', 'whole'],
  delay_period: ['every', 'seconds'],
  name: ['name', 'text'],
  start_at: ['start', 'moment'],
  sending_hours: ['hours', 'text'],
  time_zone: ['zone', 'text'],
  hold_above: ['hold', 'whole'],
  pace: ['pace', 'text'],
  not_after: ['notAfter', 'moment'],
  canary_first: ['canaryFirst', 'whole'],
  canary_then: ['canaryThen', 'text'],
  answer_within: ['answerWithin', 'seconds'],
  expected_answers: ['expected', 'lines'],
  canned_answers: ['canned', 'lines'],
  outcomes: ['outcomes', 'lines'],
  show_columns: ['showColumns', 'words'],
  leave_out: ['leaveOut', 'lines'],
  consent_how: ['agreedHow', 'text'],
  consent_wording: ['agreedWording', 'text'],
  consent_from: ['agreedFrom', 'text'],
  consent_to: ['agreedTo', 'text'],
  consent_holder: ['agreedHolder', 'text'],
  message_class: ['messageClass', 'text'],
} as const satisfies Record<string, readonly [Text, Kind]>;
export type ApiField = keyof typeof fields;

/** What has only these values; the form offers no others. */
const choices: Partial<Record<ApiField, readonly string[]>> = {
  pace: ['fixed', 'team'],
  canary_then: ['wait', 'alone'],
  consent_how: ['form', 'checkout', 'paper', 'keyword', 'own_customers', 'bought', 'other'],
  message_class: ['marketing', 'informational'],
};

/** As the form is before anybody has filled it in. */
function untouched(): SentInTexts {
  const empty = Object.fromEntries(Object.values(fields).map(([text]) => [text, ''])) as Record<Text, string>;
  return { ...empty, ...presets, channel: '', canaryThen: 'wait', messageClass: 'marketing' };
}

export type ReadFields = { texts: SentInTexts; problems: PartProblem[] };

/** From a body: numbers are numbers, and lists are lists. null says that there is none. */
export function readJsonFields(given: Readonly<Record<string, unknown>>): ReadFields {
  return readFields(Object.entries(given), { asText: jsonText, problem: pointerTo, isTwice: () => false });
}

/** From an address: everything is text, and lists repeat their name. */
export function readQueryFields(query: URLSearchParams): ReadFields {
  const given = [...new Set(query.keys())].map((name) => [name, query.getAll(name)] as const);
  return readFields(given, {
    asText: (all, kind) => queryText(all as string[], kind),
    problem: parameter,
    isTwice: (all, kind) => !isList(kind) && (all as string[]).length > 1,
  });
}

export function pointerTo(name: string, detail: string): PartProblem {
  return { pointer: `/${escaped(cut(name))}`, detail };
}

export function parameter(name: string, detail: string): PartProblem {
  return { parameter: cut(name), detail };
}

function cut(name: string): string {
  return name.slice(0, 60);
}

/** The API's name of what the form calls so; undefined for what is only in windows. */
export function fieldNamed(field: FormField): string | undefined {
  if (field === 'file' || field === 'pasted') return 'recipients';
  return Object.entries(fields).find(([, [text]]) => text === field)?.[0];
}

/** The form's sentences say what people write; where other programs write something else, that is said too. */
export function asHere(name: string, detail: string): string {
  return isField(name) && fields[name][1] === 'seconds' ? `${detail} Here: ${wanted.seconds}` : detail;
}

/** What is wrong beyond these is told the next time. */
const mostProblems = 20;

type From = {
  asText(value: unknown, kind: Kind): string | undefined;
  problem: typeof pointerTo;
  isTwice(value: unknown, kind: Kind): boolean;
};

function readFields(given: Iterable<readonly [string, unknown]>, { asText, problem, isTwice }: From): ReadFields {
  const texts = untouched();
  const problems: PartProblem[] = [];
  for (const [name, value] of given) {
    if (problems.length === mostProblems) break;
    if (!isField(name)) {
      problems.push(
        problem(name, `There is no field “${name.slice(0, 40)}”. docs/openapi.yaml lists those that there are.`),
      );
      continue;
    }
    const [text, kind] = fields[name];
    const found = asText(value, kind);
    const allowed = choices[name];
    if (found === undefined) problems.push(problem(name, isTwice(value, kind) ? saidTwice(name) : wanted[kind]));
    else if (allowed && found !== '' && !allowed.includes(found))
      problems.push(problem(name, `Write one of ${allowed.join(', ')}.`));
    else texts[text] = found;
  }
  return { texts, problems };
}

function isList(kind: Kind): kind is List {
  return kind === 'lines' || kind === 'words';
}

function isField(name: string): name is ApiField {
  return Object.hasOwn(fields, name);
}

const wanted: Readonly<Record<Kind, string>> = {
  text: 'Write a string.',
  whole: 'Write a whole number, such as 50.',
  seconds: 'Write a whole number of seconds, such as 3600 for an hour.',
  moment: 'Write a moment with its zone, such as 2026-11-28T09:00:00-05:00.',
  lines: 'Write a list of strings, one for each line.',
  words: 'Write a list of strings.',
};

function jsonText(value: unknown, kind: Kind): string | undefined {
  if (value === null) return '';
  if (isList(kind)) {
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? joined(value, kind) : undefined;
  }
  if (kind === 'whole') return Number.isSafeInteger(value) ? String(value) : undefined;
  if (kind === 'seconds') return Number.isSafeInteger(value) ? `${value}s` : undefined;
  if (typeof value !== 'string') return undefined;
  return kind === 'moment' ? seconds(value) : value;
}

function queryText(all: readonly string[], kind: Kind): string | undefined {
  if (isList(kind)) return joined(all, kind);
  const [value = ''] = all;
  if (all.length > 1) return undefined;
  if (value === '' || kind === 'text') return value;
  if (kind === 'moment') return seconds(value);
  if (!/^-?\d{1,15}$/.test(value)) return undefined;
  return kind === 'seconds' ? `${value}s` : value;
}

/** A line break within one would begin another. */
function joined(all: readonly string[], kind: List): string | undefined {
  if (all.some((one) => /[\r\n]/.test(one))) return undefined;
  return all.join(kind === 'lines' ? '\n' : ', ');
}

/** Unix seconds, as the form has it. */
function seconds(moment: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(moment)) return undefined;
  const at = Date.parse(moment);
  return Number.isNaN(at) ? undefined : String(Math.floor(at / 1000));
}
