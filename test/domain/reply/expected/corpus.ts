import { readFileSync } from 'node:fs';
import type { ExpectedAnswer } from '../../../../src/domain/reply/expected/expected-answer.ts';

const answer = (label: string, ...words: string[]): ExpectedAnswer => ({ label, words, thankYou: null });

/** The answers that the corpus is read against. */
export const campaign = [
  answer('Yes'),
  answer('No'),
  answer('Monday', 'Mon', 'lunes', 'lundi', 'Montag'),
  answer('Another day', 'otro día', 'un autre jour', 'ein anderer Tag'),
  answer('Two', '2', 'two', 'dos', '🍕'),
];

/** Campaigns in one language each: the near-misses need a person there, too. */
export const campaignsByLanguage = {
  english: [answer('Yes', 'yes', 'y'), answer('No', 'no', 'n')],
  spanish: [answer('Sí', 'si'), answer('No')],
  french: [answer('Oui'), answer('Non')],
  german: [answer('Ja'), answer('Nein')],
  italian: [answer('Sì'), answer('No')],
  portuguese: [answer('Sim'), answer('Não')],
  dutch: [answer('Ja'), answer('Nee')],
  polish: [answer('Tak'), answer('Nie')],
};

export type Plain = { text: string; label: string };

export function plainAnswers(): Plain[] {
  let label = '';
  return linesOf('plain-answers.txt').flatMap((line) => {
    const [, name] = /^\[(.+)\]$/.exec(line) ?? [];
    label = name ?? label;
    return name ? [] : [{ text: unescaped(line), label }];
  });
}

export function nearMisses(): string[] {
  return linesOf('near-misses.txt').map(unescaped);
}

function linesOf(file: string): string[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
}

function unescaped(line: string): string {
  return line.replaceAll('\\n', '\n');
}
