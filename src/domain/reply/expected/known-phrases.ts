import { type Token, tokensOf } from './tokens.ts';
import { type Courtesy, courtesies, namesOfChoices, tellingCourtesies } from './vocabulary/courtesies.ts';
import { acknowledgements, type Language, usualAnswers } from './vocabulary/usual-answers.ts';

/**
 * A usual way to say yes or no. core: what makes a label mean it. here: counted in campaigns of these languages only.
 * echo: only behind the word itself. acknowledgement: perhaps only "seen".
 */
export type UsualAnswer = {
  means: 'yes' | 'no';
  as: 'core' | 'more' | 'here' | 'echo' | 'acknowledgement';
  languages: readonly Language[];
};

const phrasesOf = (list: string): string[] =>
  list.split(',').flatMap((phrase) => phrase.trim().replace(/\s+/g, ' ') || []);
const languages = Object.keys(usualAnswers) as Language[];

/** By phrase; one of two languages belongs to both. */
export const usual: ReadonlyMap<string, UsualAnswer> = gathered([
  ...languages.flatMap((language) => {
    const { yes, moreYes, yesHere, no, moreNo, noHere } = usualAnswers[language];
    return [
      ...entries(yes, 'yes', 'core', [language]),
      ...entries(moreYes, 'yes', 'more', [language]),
      ...entries(yesHere, 'yes', 'here', [language]),
      ...entries(no, 'no', 'core', [language]),
      ...entries(moreNo, 'no', 'more', [language]),
      ...entries(noHere, 'no', 'here', [language]),
    ];
  }),
  ...entries(acknowledgements, 'yes', 'acknowledgement', languages),
]);

/** "I will" behind a yes, "I can't" behind a no. */
export const echoes: ReadonlyMap<string, UsualAnswer> = gathered(
  languages.flatMap((language) => [
    ...entries(usualAnswers[language].yesEcho, 'yes', 'echo', [language]),
    ...entries(usualAnswers[language].noEcho, 'no', 'echo', [language]),
  ]),
);

export const courtesyOf: ReadonlyMap<string, ReadonlySet<Courtesy>> = courtesiesByPhrase();

const telling = new Map(languages.map((language) => [language, new Set(phrasesOf(tellingCourtesies[language] ?? ''))]));

export function tellsLanguage(word: string, language: Language): boolean {
  return telling.get(language)!.has(word);
}

export const choiceNames: ReadonlySet<string> = new Set(phrasesOf(namesOfChoices));

const allPhrases = [...usual.keys(), ...echoes.keys(), ...courtesyOf.keys(), ...choiceNames];

/** The words of all these phrases, for slips and for letters drawn out. */
export const knownWords: ReadonlySet<string> = wordsIn(allPhrases);

export const courtesyWords: ReadonlySet<string> = wordsIn([...courtesyOf.keys()]);

/** The words of the usual answers in these languages. */
export function wordsOf(spoken: ReadonlySet<Language>): ReadonlySet<string> {
  const answers = [...usual, ...echoes].filter(([, answer]) =>
    answer.languages.some((language) => spoken.has(language)),
  );
  return wordsIn(answers.map(([phrase]) => phrase));
}

function wordsIn(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.flatMap((phrase) => phrase.split(' ')));
}

export const longestKnown = Math.max(...allPhrases.map((phrase) => phrase.split(' ').length));

/** What a text says, with letters drawn out made short: "yesss", "siii", "yepp". */
export function saidIn(text: string): Token[] {
  return tokensOf(text).map((token) => (token.kind === 'word' ? { ...token, text: shortened(token.text) } : token));
}

function shortened(word: string): string {
  const single = word.replace(/(\p{L})\1\1+/gu, '$1');
  const double = word.replace(/(\p{L})\1\1+/gu, '$1$1');
  const cut = word.replace(/(\p{L})\1$/u, '$1');
  const forms = [single, double, ...(knownWords.has(word) ? [] : [cut])];
  const answer = forms.find((form) => usual.get(form)?.as === 'core');
  return answer ?? (!knownWords.has(single) && knownWords.has(double) ? double : single);
}

function entries(
  list: string,
  means: UsualAnswer['means'],
  as: UsualAnswer['as'],
  of: readonly Language[],
): [string, UsualAnswer][] {
  return phrasesOf(list).map((phrase) => [phrase, { means, as, languages: of }]);
}

function gathered(all: readonly [string, UsualAnswer][]): ReadonlyMap<string, UsualAnswer> {
  const found = new Map<string, UsualAnswer>();
  for (const [phrase, answer] of all) {
    const known = found.get(phrase);
    found.set(phrase, known ? { ...known, languages: [...known.languages, ...answer.languages] } : answer);
  }
  return found;
}

function courtesiesByPhrase(): ReadonlyMap<string, ReadonlySet<Courtesy>> {
  const found = new Map<string, Set<Courtesy>>();
  for (const courtesy of Object.keys(courtesies) as Courtesy[]) {
    for (const phrase of phrasesOf(courtesies[courtesy])) {
      found.set(phrase, (found.get(phrase) ?? new Set()).add(courtesy));
    }
  }
  return found;
}
