import type { FormInput } from '../../../domain/campaign/campaign-form.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import { readDuration } from '../../../domain/pace/duration.ts';
import type { Word } from './command-words.ts';

/** What was not understood after `new`: a word that means nothing there, or a sentence about a flag. */
export type NotUnderstood = { unknownWord: string } | { problem: string };

/**
 * Fills the form in from `new <name> --batch 50 --every 5 minutes --from +1 201 555 0123`. A flag's value goes on until
 * the next flag; the rest of it is the name if none stands before the flags. Throws a CampaignError for a bad interval.
 */
export function readPrefill(words: readonly Word[]): { prefill: Partial<FormInput> } | NotUnderstood {
  const { name, sections } = cutAtFlags(words);
  const prefill: Partial<FormInput> = {};
  const names = [...name];
  for (const { typed, flag, values } of sections) {
    if (!flag) return { unknownWord: typed };
    const [value, rest] = takes[flag](values, names.length > 0);
    if (value === undefined) return { problem: `\`--${flag}\` needs a value: \`--${flag} ${examples[flag]}\`.` };
    prefill[fields[flag]] = value;
    if (rest[0] !== undefined && names.length > 0) return { unknownWord: rest[0] };
    names.push(...rest);
  }
  return { prefill: names.length > 0 ? { name: names.join(' '), ...prefill } : prefill };
}

type Flag = 'batch' | 'every' | 'from';

const fields = { batch: 'batchSize', every: 'every', from: 'sender' } as const satisfies Record<Flag, keyof FormInput>;
const examples: Record<Flag, string> = { batch: '50', every: '5m', from: '12015550123' };

type Section = { typed: string; flag: Flag | undefined; values: string[] };

function cutAtFlags(words: readonly Word[]): { name: string[]; sections: Section[] } {
  const name: string[] = [];
  const sections: Section[] = [];
  for (const word of words) {
    const begun = word.isQuoted ? undefined : beginSection(word.text);
    if (begun) sections.push(begun);
    else (sections.at(-1)?.values ?? name).push(word.text);
  }
  return { name, sections };
}

/** Phones turn `--` into a dash, and some people write one hyphen, which counts only before a flag that exists. */
function beginSection(word: string): Section | undefined {
  const [, dashes = '', flagName = '', inline] = /^([-‐‑‒–—―−]{1,3})(\p{L}[^=]*)(?:=(.*))?$/u.exec(word) ?? [];
  const known = flagName.toLowerCase();
  const flag = isFlag(known) ? known : undefined;
  if (flagName === '' || (!flag && /^[-‐‑−]$/.test(dashes))) return undefined;
  return { typed: `${dashes}${flagName}`, flag, values: inline ? [inline] : [] };
}

function isFlag(name: string): name is Flag {
  return name === 'batch' || name === 'every' || name === 'from';
}

type Take = (words: readonly string[], hasName: boolean) => [value: string | undefined, rest: readonly string[]];

/** How much of the words after it a flag takes. */
const takes: Record<Flag, Take> = {
  batch([first = '', ...rest]) {
    const size = first.replace(/[,;]$/, '').replace(/(?<=\d)[,.'’](?=\d{3})/g, '');
    const counted = rest[0] !== undefined && /^(people|persons|recipients|messages)[,;]?$/i.test(rest[0]);
    return [/^\d{1,7}$/.test(size) ? size : undefined, counted ? rest.slice(1) : rest];
  },
  every(words) {
    if (words.length === 0) return [undefined, []];
    for (let length = Math.min(words.length, 8); length > 0; length -= 1) {
      const value = joined(words.slice(0, length));
      if (isDuration(value)) return [value, words.slice(length)];
    }
    readDuration(joined(words));
    return [undefined, words];
  },
  from(words, hasName) {
    const end = words.findIndex((word) => !/^[+\d().\-/‑–,;]+$/.test(word));
    const length = end === 0 ? (hasName ? words.length : 1) : end === -1 ? words.length : end;
    const value = joined(words.slice(0, length));
    return [value === '' ? undefined : value, words.slice(length)];
  },
};

function joined(words: readonly string[]): string {
  return words.join(' ').replace(/[,;]$/, '');
}

function isDuration(text: string): boolean {
  try {
    readDuration(text);
    return true;
  } catch (error) {
    if (error instanceof CampaignError) return false;
    throw error;
  }
}
