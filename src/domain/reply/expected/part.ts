import type { UsualAnswer } from './known-phrases.ts';
import type { Courtesy } from './vocabulary/courtesies.ts';
import type { Language } from './vocabulary/usual-answers.ts';

/** What an emoji adds to an answer; other: nobody knows. */
export type Mood = 'yes' | 'no' | 'friendly' | 'joyful' | 'sad' | 'other';

/** A phrase or an emoji of a text: an answer, an echo of one, politeness or a mood. */
export type Part = {
  phrase: string;
  as: 'answer' | 'echo' | 'courtesy' | 'mood';
  /** Undefined: a yes or no that the author does not expect. */
  label: string | undefined;
  means: UsualAnswer['means'] | undefined;
  languages: readonly Language[];
  courtesies: ReadonlySet<Courtesy>;
  mood: Mood | undefined;
  isOwn: boolean;
  isAcknowledgement: boolean;
  /** Says so only beside a plainer word of its language. */
  isOnlyBeside: boolean;
};

/** The phrases and the emoji of a text, each in their order. */
export type Found = { parts: Part[]; pictures: Part[] };
