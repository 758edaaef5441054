import type { FormInput } from '../../../domain/campaign/campaign-form.ts';
import { type Shelf, shelves } from '../../../domain/campaign/campaign-shelf.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import { readTimeOfDay } from '../../../domain/pace/sending-hours.ts';
import { commandWords, type Word } from './command-words.ts';
import { type NotUnderstood, readPrefill } from './read-prefill.ts';

/** What somebody typed after the slash command. Help names what was not understood. */
export type Command =
  | { kind: 'form'; prefill: Partial<FormInput> }
  | ({ kind: 'help' } & Partial<NotUnderstood>)
  | { kind: 'list'; which: Shelf; page: number }
  | { kind: 'status' | 'pause' | 'resume' | 'cancel' | 'export'; campaign: string }
  | { kind: 'answer'; campaign?: string }
  /** null: no more; left out: what holds. */
  | { kind: 'remind'; time?: string | null }
  | { kind: 'why'; number: string }
  /** Empty: all. */
  | { kind: 'rules'; topic: string }
  | { kind: 'optout'; verb: 'check'; number: string }
  | { kind: 'optout'; verb: 'add'; number: string; said: string }
  | { kind: 'optouts'; verb: 'import' | 'export' }
  | { kind: 'optout'; verb: 'remove'; number: string; because: string }
  | { kind: 'keys'; verb: 'list' }
  | { kind: 'keys'; verb: 'add'; name: string; seesNumbers: boolean }
  | { kind: 'keys'; verb: 'revoke'; name: string };

/** Reads the text as Slack sends it. Throws a CampaignError that says how to write it when a known word lacks what it needs. */
export function parseCommand(text: string): Command {
  const [first, ...rest] = commandWords(text);
  const word = first?.text.toLowerCase() ?? '';
  if (word === '') return { kind: 'form', prefill: {} };
  if (word === 'new') return newCampaign(rest);
  if (word === 'help') return { kind: 'help' };
  if (word === 'list') return readList(rest);
  if (word === 'remind') return readReminder(rest);
  if (word === 'optout') return readOptOut(rest);
  if (word === 'why') return readWhy(rest);
  if (word === 'keys') return readKeys(rest);
  if (word === 'rules') return { kind: 'rules', topic: joined(rest) };
  if (word === 'answer') return rest.length > 0 ? { kind: word, campaign: joined(rest) } : { kind: word };
  if (word === 'status' || word === 'pause' || word === 'resume' || word === 'cancel' || word === 'export') {
    return { kind: word, campaign: readCampaign(word, rest) };
  }
  return { kind: 'help', unknownWord: first!.text };
}

function newCampaign(words: readonly Word[]): Command {
  const read = readPrefill(words);
  return 'prefill' in read ? { kind: 'form', ...read } : { kind: 'help', ...read };
}

/** "list", "list running", "list drafts 2" */
function readList(words: readonly Word[]): Command {
  let which: Shelf = 'current';
  let page = 1;
  for (const { text } of words) {
    const word = text.toLowerCase();
    if (isShelf(word)) which = word;
    else if (/^[1-9]\d{0,3}$/.test(word)) page = Number(word);
    else return { kind: 'help', unknownWord: text };
  }
  return { kind: 'list', which, page };
}

function isShelf(word: string): word is Shelf {
  return (shelves as readonly string[]).includes(word);
}

function readCampaign(word: string, rest: readonly Word[]): string {
  if (rest.length > 0) return joined(rest);
  const sentence = `Say which campaign, by name or short id: \`/sms-campaign ${word} spring\`. \`/sms-campaign list\` shows them all.`;
  throw new CampaignError('no_campaign', sentence);
}

function readWhy(number: readonly Word[]): Command {
  if (number.length > 0) return { kind: 'why', number: joined(number) };
  throw new CampaignError('no_number', 'Say about which number: `/sms-campaign why +1 201 555 0123`.');
}

function readOptOut([verb, ...number]: readonly Word[]): Command {
  const known = verb?.text.toLowerCase();
  if ((known === 'import' || known === 'export') && number.length === 0) return { kind: 'optouts', verb: known };
  if ((known !== 'check' && known !== 'add' && known !== 'remove') || number.length === 0) {
    const sentence =
      'Say what to do and with which number: `/sms-campaign optout check +1 201 555 0123`. Instead of `check` you can write `add` or `remove`. `/sms-campaign optout import` takes many from files.';
    throw new CampaignError('bad_optout', sentence);
  }
  if (known === 'check') return { kind: 'optout', verb: known, number: joined(number) };
  if (known === 'add') return { kind: 'optout', verb: known, ...numberAndWords(number) };
  const at = number.findIndex(isBecause);
  if (at === -1) return { kind: 'optout', verb: known, number: joined(number), because: '' };
  return { kind: 'optout', verb: known, number: joined(number.slice(0, at)), because: joined(number.slice(at + 1)) };
}

/** "+1 201 555 0123 rang and said no": the number ends at the first word of letters, or of quotation. */
function numberAndWords(words: readonly Word[]): { number: string; said: string } {
  const at = words.findIndex(({ text, isQuoted }) => isQuoted || !/^[+(]?[\d\s().+/‑–-]+[,;:]?$/.test(text));
  // A link, or a number behind a label, is one word or has no plain beginning.
  if (at <= 0) return { number: joined(words), said: '' };
  const said = words.slice(isBecause(words[at]!) ? at + 1 : at);
  return { number: joined(words.slice(0, at)).replace(/[,;:]$/, ''), said: joined(said) };
}

/** "keys", "keys add CRM --numbers", "keys revoke CRM" */
function readKeys([verb, ...rest]: readonly Word[]): Command {
  const known = verb?.text.toLowerCase() ?? 'list';
  if (known === 'list' && rest.length === 0) return { kind: 'keys', verb: known };
  const isFlag = ({ text, isQuoted }: Word) => !isQuoted && /^[-‐‑‒–—―−]{1,3}numbers$/i.test(text);
  const name = joined(rest.filter((word) => !isFlag(word)));
  if (known === 'add' && name !== '') return { kind: 'keys', verb: known, name, seesNumbers: rest.some(isFlag) };
  if (known === 'revoke' && name !== '') return { kind: 'keys', verb: known, name };
  const sentence =
    'Say what to do and with which key: `/sms-campaign keys add CRM` makes one for the program that you call CRM, `/sms-campaign keys revoke CRM` ends it, and `/sms-campaign keys list` shows all.';
  throw new CampaignError('bad_keys', sentence);
}

function isBecause({ text, isQuoted }: Word): boolean {
  return !isQuoted && text.toLowerCase() === 'because';
}

function readReminder(words: readonly Word[]): Command {
  const said = joined(words).toLowerCase();
  if (said === '') return { kind: 'remind' };
  if (said === 'off') return { kind: 'remind', time: null };
  const time = readTimeOfDay(said.replace(/^at /, ''));
  if (time !== undefined) return { kind: 'remind', time };
  throw new CampaignError(
    'bad_reminder',
    'Say at what time of your day: `/sms-campaign remind 9:00`. `/sms-campaign remind off` ends it.',
  );
}

function joined(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}
