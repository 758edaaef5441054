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
 * choices. A question for a person is also an `unwilling` phrase with a word of `traffic` soon after it, "I want none of
 * your messages" (before it, when the language puts the refusal last: `unwillingAfter`), unless a word of `received`
 * stands between them, "I never got your message"; and a word of `removal` near one of `removed`: "scratch that number".
 * So is a `threat` in a text with a `provocation`, "one more text and I go to court"; either alone says nothing.
 */
export type Vocabulary = Partial<
  Record<
    | Meaning
    | 'unwilling'
    | 'unwillingAfter'
    | 'traffic'
    | 'removal'
    | 'removed'
    | 'received'
    | 'provocation'
    | 'threat',
    string
  >
>;
