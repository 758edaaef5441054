/**
 * keyword: an opt-out as a whole text with courtesies, a question for a person inside a longer one.
 * bare: the same, but "cancel it" and "I quit" may speak of anything, so it stands with courtesies only.
 * alone: an opt-out as a whole text with courtesies only, too common a word inside others.
 * curt: as a whole text with courtesies a question for a person, nothing inside others.
 * phrase: an opt-out wherever it stands. doubtful: always a question for a person. harmless: hides the keyword in it.
 * automatic: a machine speaks, so that whatever else it says is at most a question for a person. confirmed: it says that
 * somebody was opted out, which is one.
 * start, help: the other two requests. polite: courtesies. object: what keywords may speak of, "these texts".
 */
export type Meaning =
  | 'keyword'
  | 'bare'
  | 'alone'
  | 'curt'
  | 'phrase'
  | 'doubtful'
  | 'harmless'
  | 'automatic'
  | 'confirmed'
  | 'start'
  | 'help'
  | 'polite'
  | 'object';

/**
 * Phrases of a language, separated by commas; `text/message me/us` stands for four, and `_` for a space within one of the
 * choices. An `unwilling` phrase with a word of `traffic` soon after it is a question for a person: "I want none of your
 * messages". In languages that put the refusal last, it is `unwillingAfter`.
 */
export type Vocabulary = Partial<Record<Meaning | 'unwilling' | 'unwillingAfter' | 'traffic', string>>;
