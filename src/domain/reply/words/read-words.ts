import {
  doubtfulWithoutSpaces,
  harmlessWithoutSpaces,
  phrasesWithoutSpaces,
  rulesWithoutSpaces,
} from '../vocabulary/further.ts';
import type { Meaning } from '../vocabulary/meaning.ts';
import { phraseAt, refusesTraffic, threatens } from './opt-out-phrases.ts';
import { readableWords } from './opt-out-words.ts';
import type { Reading } from './reading.ts';
import { statesRule } from './stated-rule.ts';

/** What these words ask for, whoever said them: see `readReply`. Linear in their length. */
export function readWords(text: string): Reading {
  const whole = readAll(text);
  const bare = withoutAddresses(text);
  if (bare === text) return whole;
  if (whole === 'reply') return isKeywordAlone(bare) ? 'maybe_opt_out' : whole;
  const isFromAddress = readAll(bare) === 'reply';
  if (!isFromAddress) return whole;
  return whole === 'opt_out' ? 'maybe_opt_out' : 'reply';
}

function readAll(text: string): Reading {
  const words = readableWords(text);
  if (words.length === 0) return readSigns(text);

  const found = scan(words);
  const { has, isOnly, hasObject, exposed } = found;
  const isRule = has('confirmed') || statesRule(words) || standsInside(words, machines);
  const isDoubtful = isRule || has('automatic') || (isOnly && has('start'));
  if (isOptOut(words, found)) return isDoubtful ? 'maybe_opt_out' : 'opt_out';
  if (has('keyword') || has('bare') || has('doubtful') || has('negated') || isRule) return 'maybe_opt_out';
  if ((isOnly && (has('curt') || has('alone'))) || cutStop.test(text)) return 'maybe_opt_out';
  if (refusesTraffic(exposed) || standsInside(words, doubts, harmless) || isInterrupted(words)) return 'maybe_opt_out';
  if (threatens(exposed) || saysAside(text)) return 'maybe_opt_out';
  if (isOnly && has('start') && !hasObject) return 'opt_in';
  if (has('help') && words.length === 1) return 'help';
  return readSigns(text) === 'reply' ? 'reply' : 'maybe_opt_out';
}

/** Web addresses say nothing; a keyword right behind one ("e.com/a.STOP") is no part of it. */
function withoutAddresses(text: string): string {
  return text.replace(/(?:https?:\/\/|www\.)[\w.~:/?#[\]@!$&*+=%-]{1,500}/gi, (address) => {
    const host = address.replace(/^https?:\/\//i, '').split('/')[0]!;
    const last = address.split(/[.!?]+/).findLast((part) => part !== '') ?? '';
    return !/\w\.\w+/.test(host.replace(/^www\./i, '')) || isKeywordAlone(last) ? address : ' ';
  });
}

/** Only a keyword and courtesies: always a person's own words, whatever ours are. */
export function isKeywordAlone(text: string): boolean {
  const words = readableWords(text);
  return isSpelledOut(words) || isBareKeyword(scan(words));
}

/** STOP without one or three of its letters, and without a sign of joy: "Top!" is praise. */
const cutStop = /^\s*(?:t|top)\s*$/i;

function isOptOut(words: readonly string[], found: Scan): boolean {
  return found.has('phrase') || isSpelledOut(words) || standsInside(words, phrases) || isBareKeyword(found);
}

function isBareKeyword({ has, isOnly, hasObject }: Scan): boolean {
  return isOnly && (has('keyword') || ((has('bare') || has('alone')) && !hasObject));
}

type Scan = ReturnType<typeof scan>;
type Found = Meaning | 'other' | 'negated';

/**
 * The meanings in a text, from left to right, the longest phrase first. `isOnly`: nothing else is said; `exposed`: the
 * words that no harmless phrase hides.
 */
function scan(words: readonly string[]) {
  const found = new Set<Found>();
  const exposed: string[] = [];
  for (let at = 0; at < words.length; ) {
    const phrase = phraseAt(words, at);
    const meaning: Found = phrase?.meaning ?? (isServiceNumber(words[at]) ? 'polite' : 'other');
    const length = phrase?.length ?? 1;
    const isNot = meaning === 'phrase' && (isNegation(words[at - 1]) || isForAnother(words, at + length));
    found.add(isNot ? 'negated' : meaning);
    if (meaning === 'harmless' && hidesPhrase(words, at, length)) found.add('doubtful');
    if (meaning !== 'harmless') exposed.push(...words.slice(at, at + length));
    at += length;
  }
  const isOnly = !more.some((meaning) => found.has(meaning));
  return { has: (meaning: Found) => found.has(meaning), isOnly, hasObject: found.has('object'), exposed };
}

/** "From my STOP texting me": a phrase that begins inside "my stop" and ends behind it shows that this is no bus stop. */
function hidesPhrase(words: readonly string[], from: number, length: number): boolean {
  for (let at = from + 1; at < from + length; at += 1) {
    const phrase = phraseAt(words, at);
    const isMeant = phrase?.meaning === 'phrase' && !isNegation(words[at - 1]);
    if (isMeant && at + phrase.length > from + length) return true;
  }
  return false;
}

/** People who say more things than this say none of them by the way. */
const mostParts = 100;

/** "She moved, please remove": a sentence, or part of one, that is an opt-out by itself. */
function saysAside(text: string): boolean {
  const parts = text.split(/[.!?,;:()\n…–—]/, mostParts);
  return parts.length > 1 && parts.some((part) => part.length < 60 && part.trim() !== '' && isOptOutAlone(part));
}

/** A harmless phrase may end with the part before it: "my: STOP texting me" is no bus stop. */
function isOptOutAlone(part: string): boolean {
  return isKeywordAlone(part) || scan(readableWords(part)).has('phrase');
}

/** "Hören Sie bitte auf": an opt-out around a courtesy. */
function isInterrupted(words: readonly string[]): boolean {
  const blunt = words.filter((word) => !courtesies.has(word));
  return blunt.length < words.length && blunt.length > 1 && scan(blunt).has('phrase');
}

const courtesies = new Set(
  readableWords('bitte please pls plz svp favor prosze aub graag kindly merci prosim lutfen tolong пожалуйста'),
);

const more: readonly Found[] = ['other', 'negated', 'harmless', 'automatic', 'confirmed'];

/** "un subscribe", "st op" */
function isSpelledOut(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 3) return false;
  const meaning = phraseAt([words.join('')], 0)?.meaning;
  return meaning === 'keyword' || meaning === 'bare' || meaning === 'alone';
}

const asFolded = (list: string): string[] => list.split(',').map((phrase) => readableWords(phrase).join(' '));
const phrases = asFolded(phrasesWithoutSpaces);
const doubts = asFolded(doubtfulWithoutSpaces);
const harmless = asFolded(harmlessWithoutSpaces);
const machines = asFolded(rulesWithoutSpaces);

function standsInside(words: readonly string[], candidates: readonly string[], hides: readonly string[] = []): boolean {
  const text = hides.reduce((shown, hidden) => shown.replaceAll(hidden, ' '), words.join(' '));
  return candidates.some((candidate) => text.includes(candidate));
}

function readSigns(text: string): Reading {
  if (/🛑/u.test(text)) return 'opt_out';
  return /[🚫⛔🖕]/u.test(text) ? 'maybe_opt_out' : 'reply';
}

function isNegation(word: string | undefined): boolean {
  return word !== undefined && ['dont', 'not', 'never', 'didnt', 'wont', 'doesnt', 'nicht', 'pas', 'no'].includes(word);
}

/** "Please unsubscribe Bob from the class" speaks of somebody else. */
function isForAnother(words: readonly string[], behind: number): boolean {
  if (words[behind - 1] !== 'unsubscribe') return false;
  const named = words[behind + (possessives.has(words[behind] ?? '') ? 1 : 0)];
  return named !== undefined && !/\d/.test(named) && !ownThings.has(named) && phraseAt([named], 0) === undefined;
}

const possessives = new Set(['my', 'our', 'his', 'her', 'their']);
const ownThings = new Set(
  readableWords(`account email mail address cell mobile line name info details from and or because as since for so not
    effective before was is am who dont never have has been the we its any until after or xx cuz bc`),
);

/** Short codes to which some people send their STOP. */
function isServiceNumber(word: string | undefined): boolean {
  return word !== undefined && /^\d{4,6}$/.test(word);
}
