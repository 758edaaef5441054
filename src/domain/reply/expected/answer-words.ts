import type { ExpectedAnswer } from './expected-answer.ts';
import { saidIn, usual } from './known-phrases.ts';
import type { Language } from './vocabulary/usual-answers.ts';
import { falseFriends } from './vocabulary/usual-answers.ts';

/** What a campaign's answers are recognised by. */
export type AnswerWords = {
  /** The author's words, in the form in which they are compared, with their labels. */
  own: ReadonlyMap<string, string>;
  /** The labels under which the usual words for yes and no count, if there is just one for each. */
  yes: string | undefined;
  no: string | undefined;
  /** Of which the author's own yes and no are. */
  languages: ReadonlySet<Language>;
};

export function answerWords(answers: readonly ExpectedAnswer[]): AnswerWords {
  const own = new Map<string, string>();
  for (const { label, words } of answers) {
    for (const word of [label, ...words].map(phraseOf)) if (!own.has(word)) own.set(word, label);
  }
  own.delete('');
  const meaning = (means: 'yes' | 'no') => answers.filter((answer) => meanings(answer).has(means));
  const only = (means: 'yes' | 'no') => {
    const labels = meaning(means).filter((answer) => meanings(answer).size === 1);
    return meaning(means).length === 1 ? labels[0]?.label : undefined;
  };
  return {
    own,
    yes: only('yes'),
    no: only('no'),
    languages: languagesOf(own, meaning('yes').length, meaning('no').length),
  };
}

/** A text or a word as it is compared. */
export function phraseOf(text: string): string {
  return saidIn(text)
    .map(({ text }) => text)
    .join(' ');
}

/** The usual word of one language that means something else in the author's. */
export function isFalseFriend(phrase: string, { languages }: AnswerWords): boolean {
  return falseFriends[phrase]?.some((language) => languages.has(language)) ?? false;
}

function meanings({ label, words }: ExpectedAnswer): Set<'yes' | 'no'> {
  const known = [label, ...words].map((word) => usual.get(phraseOf(word)));
  return new Set(known.flatMap((answer) => (answer?.as === 'core' ? [answer.means] : [])));
}

/** Languages that have one of the author's words for each of yes and no that the author expects. */
function languagesOf(own: ReadonlyMap<string, string>, yes: number, no: number): ReadonlySet<Language> {
  const words = [...own.keys()].flatMap((phrase) => usual.get(phrase) ?? []).filter(({ as }) => as === 'core');
  const of = (means: 'yes' | 'no') =>
    new Set(words.filter((word) => word.means === means).flatMap(({ languages }) => languages));
  const [yeses, noes] = [of('yes'), of('no')];
  return new Set([...yeses, ...noes].filter((one) => (yes === 0 || yeses.has(one)) && (no === 0 || noes.has(one))));
}
