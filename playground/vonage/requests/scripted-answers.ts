import { seededRandom } from '../../random.ts';
import type { SmsRequest } from './check-message.ts';

/** What becomes of an accepted message, and how its status webhooks come. */
export type Delivery = {
  /** The final status; `none` never comes to one. Default: delivered. */
  outcome?: 'delivered' | 'undeliverable' | 'none' | { rejected: string };
  /** Whether a `submitted` webhook comes first. Default: true, but not before undeliverable. */
  submitted?: boolean;
  /** Each webhook this many times, all at once. */
  copies?: number;
  /** The webhooks in reverse: final first, submitted with the final's delay. */
  outOfOrder?: boolean;
  /** The first webhook is answered before the 202 leaves. */
  beforeAnswer?: boolean;
  /** When the final status comes, in ms after acceptance. */
  afterMs?: number;
};

/** How one request is answered; `accepted` tells whether Vonage took the message all the same. */
export type Answer =
  | { kind: 'accept'; delivery?: Delivery; afterMs?: number }
  | { kind: 'reject'; status: number; body?: Record<string, unknown> | string; headers?: Record<string, string> }
  | { kind: 'throttle'; retryAfter?: string }
  | { kind: 'garble'; body: GarbledBody; delivery?: Delivery }
  | { kind: 'redirect'; status: 301 | 302 | 303 | 307 | 308; location?: string }
  | { kind: 'fail'; status: number; as: 'json' | 'html'; accepted?: boolean; delivery?: Delivery }
  | { kind: 'silence'; accepted: boolean; delivery?: Delivery }
  | { kind: 'reset'; when: 'before reading' }
  | { kind: 'reset'; when: 'after reading'; by: 'rst' | 'fin'; accepted?: boolean; delivery?: Delivery };

/** A 202 that does not say what was accepted. */
export type GarbledBody = 'html' | 'empty' | 'no uuid' | 'cut' | 'wrong type' | 'chunked cut' | 'chunked garbled';

/** A scripted answer: for requests that match all it names, at most `times` times. */
export type AnswerRule = {
  to?: string;
  from?: string;
  /** The n-th POST to /v1/messages, counted from 1. */
  nth?: number | readonly number[];
  /** Of the requests that match, this share, chosen by `seed`. */
  fraction?: number;
  seed?: number;
  times?: number;
  answer: Answer;
};

export type ScriptedAnswers = {
  /** Adds a rule behind the others; the returned function removes it. */
  add(rule: AnswerRule): () => void;
  clear(): void;
  /** Whether the connection is to be cut before the body is read. */
  cutsUnread(nth: number): boolean;
  /** The first rule that matches, spent once; without one the message is accepted and delivered. */
  choose(nth: number, message: SmsRequest): Answer;
};

export function createScriptedAnswers(): ScriptedAnswers {
  let rules: { rule: AnswerRule; left: number; draw: () => number }[] = [];

  function take(nth: number, message: SmsRequest | undefined): Answer | undefined {
    for (const entry of rules) {
      const { rule } = entry;
      if (readsBody(rule) !== (message !== undefined) || entry.left === 0 || !matches(rule, nth, message)) continue;
      if (entry.draw() >= (rule.fraction ?? 1)) continue;
      entry.left -= 1;
      return rule.answer;
    }
  }

  return {
    add(rule) {
      if (!readsBody(rule) && (rule.to !== undefined || rule.from !== undefined)) {
        throw new Error('A reset before reading cannot depend on `to` or `from`: use nth, fraction or times.');
      }
      const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY, draw: seededRandom(rule.seed ?? 1) };
      rules.push(entry);
      return () => {
        rules = rules.filter((other) => other !== entry);
      };
    },
    clear() {
      rules = [];
    },
    cutsUnread: (nth) => take(nth, undefined) !== undefined,
    choose: (nth, message) => take(nth, message) ?? { kind: 'accept' },
  };
}

/** Did Vonage take the message that was answered so? */
export function takesMessage(answer: Answer): boolean {
  if (answer.kind === 'accept' || answer.kind === 'garble') return true;
  return 'accepted' in answer && answer.accepted === true;
}

function readsBody({ answer }: AnswerRule): boolean {
  return answer.kind !== 'reset' || answer.when !== 'before reading';
}

function matches(rule: AnswerRule, nth: number, message: SmsRequest | undefined): boolean {
  if (rule.to !== undefined && digits(rule.to) !== message?.to) return false;
  if (rule.from !== undefined && digits(rule.from) !== message?.from) return false;
  return rule.nth === undefined || [rule.nth].flat().includes(nth);
}

function digits(number: string): string {
  return number.replace(/^\+/, '');
}
