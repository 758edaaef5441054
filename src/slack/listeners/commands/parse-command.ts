import { CampaignError } from '../../../domain/campaign-error.ts';
import type { FormInput } from '../../../domain/campaign-form.ts';

/** What somebody typed after the slash command, understood. */
export type Command =
  | { kind: 'form'; prefill: Partial<FormInput> }
  | { kind: 'help'; unknownWord?: string }
  | { kind: 'list' }
  | { kind: 'status' | 'pause' | 'resume' | 'cancel' | 'export'; campaign: string }
  | { kind: 'optout'; verb: 'check' | 'add' | 'remove'; number: string };

/** Throws a CampaignError that says how to write it, when a known word is not followed by what it needs. */
export function parseCommand(text: string): Command {
  const [first = '', ...rest] = splitWords(text);
  const word = first.toLowerCase();
  if (word === '') return { kind: 'form', prefill: {} };
  if (word === 'new') return { kind: 'form', prefill: readPrefill(rest) };
  if (word === 'help') return { kind: 'help' };
  if (word === 'list') return { kind: 'list' };
  if (word === 'optout') return readOptOut(rest);
  if (word === 'status' || word === 'pause' || word === 'resume' || word === 'cancel' || word === 'export') {
    return { kind: word, campaign: readCampaign(word, rest) };
  }
  return { kind: 'help', unknownWord: first };
}

/** Words at spaces; what stands in quotation marks, straight or typographic, is one word. Phones turn `--` into a dash. */
function splitWords(text: string): string[] {
  const words = text.matchAll(/["“”„]([^"“”„]*)["“”„]|(?<!\S)['‘]([^'’]*)['’](?!\S)|(\S+)/g);
  return [...words].map(([, double, single, bare]) => double ?? single ?? bare!.replace(/^[—–]+(?=\p{L})/u, '--'));
}

const flags = { batch: 'batchSize', every: 'every', from: 'sender' } as const;

function readPrefill(words: readonly string[]): Partial<FormInput> {
  const prefill: Partial<FormInput> = {};
  const name: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (!word.startsWith('--')) {
      name.push(word);
      continue;
    }
    const [flag = '', inline] = splitOnce(word.slice(2));
    const field = readFlag(flag);
    const value = inline ?? words[++index];
    if (value === undefined || value === '' || value.startsWith('--')) throw missingValue(flag);
    prefill[field] = value;
  }
  return name.length > 0 ? { name: name.join(' '), ...prefill } : prefill;
}

function splitOnce(flag: string): [string, string | undefined] {
  const at = flag.indexOf('=');
  return at === -1 ? [flag, undefined] : [flag.slice(0, at), flag.slice(at + 1)];
}

function readFlag(flag: string): (typeof flags)[keyof typeof flags] {
  const known = flag.toLowerCase();
  if (known === 'batch' || known === 'every' || known === 'from') return flags[known];
  throw new CampaignError(
    'unknown_flag',
    `\`--${flag}\` is not known here. You can give \`--batch 50\`, \`--every 5m\` and \`--from 12015550123\`; the form asks for the rest.`,
  );
}

function missingValue(flag: string): CampaignError {
  const example = { batch: '50', every: '5m', from: '12015550123' }[flag.toLowerCase()];
  return new CampaignError('missing_value', `\`--${flag}\` needs a value: \`--${flag} ${example}\`.`);
}

function readCampaign(word: string, rest: readonly string[]): string {
  if (rest.length > 0) return rest.join(' ');
  throw new CampaignError(
    'no_campaign',
    `Say which campaign, by name or short id: \`/sms-campaign ${word} spring\`. \`/sms-campaign list\` shows them all.`,
  );
}

function readOptOut([verb, ...number]: readonly string[]): Command {
  const known = verb?.toLowerCase();
  if ((known !== 'check' && known !== 'add' && known !== 'remove') || number.length === 0) {
    throw new CampaignError(
      'bad_optout',
      'Say what to do and with which number: `/sms-campaign optout check +1 201 555 0123`. Instead of `check` you can write `add` or `remove`.',
    );
  }
  return { kind: 'optout', verb: known, number: number.join(' ') };
}
