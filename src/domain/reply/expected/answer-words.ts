import type { ExpectedAnswer } from './expected-answer.ts';
import { saidIn, tellsLanguage, type UsualAnswer, usual } from './known-phrases.ts';
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
    for (const phrase of [label, ...words].map(phraseOf)) if (!own.has(phrase)) own.set(phrase, label);
  }
  own.delete('');
  const core = [...own].flatMap(([phrase, label]) => {
    const answer = usual.get(phrase);
    return answer?.as === 'core' ? [{ ...answer, label }] : [];
  });
  return { own, yes: onlyLabel(core, 'yes'), no: onlyLabel(core, 'no'), languages: languagesOf(core) };
}

/** A text or a word as it is compared. */
export function phraseOf(text: string): string {
  return saidIn(text)
    .map(({ text }) => text)
    .join(' ');
}

/**
 * A word for yes or no that means something else in the author's language, unless it is the author's own, or in that of
 * the politeness beside it.
 */
export function isFalseFriend(phrase: string, besides: readonly string[], { own, languages }: AnswerWords): boolean {
  return (falseFriends[phrase] ?? []).some((language) => {
    if (languages.has(language)) return !own.has(phrase);
    return besides.some((word) => tellsLanguage(word, language));
  });
}

type Core = UsualAnswer & { label: string };

/** The one label that means this, and not the other as well. */
function onlyLabel(core: readonly Core[], means: 'yes' | 'no'): string | undefined {
  const labels = new Set(core.filter((word) => word.means === means).map(({ label }) => label));
  const [label] = labels;
  const isBoth = core.some((word) => word.means !== means && word.label === label);
  return labels.size === 1 && !isBoth ? label : undefined;
}

/** Languages that have one of the author's words for each of yes and no that the author expects. */
function languagesOf(core: readonly Core[]): ReadonlySet<Language> {
  const of = (means: 'yes' | 'no') =>
    new Set(core.filter((word) => word.means === means).flatMap(({ languages }) => languages));
  const [yes, no] = [of('yes'), of('no')];
  return new Set([...yes, ...no].filter((one) => (yes.size === 0 || yes.has(one)) && (no.size === 0 || no.has(one))));
}
