/** The places of the form under which a sentence can stand. */
export type FormField =
  | 'name'
  | 'sender'
  | 'file'
  | 'pasted'
  | 'message'
  | 'batchSize'
  | 'every'
  | 'start'
  | 'hours'
  | 'hold'
  | 'channel'
  | 'expected'
  | 'canned'
  | 'outcomes'
  | 'showColumns'
  | 'answerWithin'
  | 'leaveOut'
  | 'notAfter'
  | 'canaryFirst'
  | 'canaryThen'
  | 'agreedHow'
  | 'agreedWording'
  | 'agreedFrom'
  | 'agreedTo'
  | 'agreedHolder'
  | 'messageClass'
  | 'nobodySaid'
  | 'noOffer'
  | 'reply'
  | 'cannedAnswer'
  | 'livesIn'
  | 'livesZone'
  | 'outcome'
  | 'newOutcome'
  | 'reason'
  | 'number'
  | 'code'
  | 'numbersFrom'
  | 'country'
  | 'textMarked'
  | 'folder'
  | 'cannedAnswer'
  | 'outcome'
  | 'passTo'
  | 'others'
  | 'result'
  | 'pace';

/** A rule that a person broke. Its message is shown to them word for word: it says what is wrong and what to do. */
export class CampaignError extends Error {
  readonly code: string;
  readonly field: FormField | undefined;

  constructor(code: string, sentence: string, field?: FormField) {
    super(sentence);
    this.name = 'CampaignError';
    this.code = code;
    this.field = field;
  }
}

/** Several fields of the form are wrong at once: each sentence stands under its own field. */
export class FormError extends CampaignError {
  readonly problems: ReadonlyMap<FormField, string>;

  constructor(problems: ReadonlyMap<FormField, string>) {
    super('bad_form', [...problems.values()].join(' '));
    this.name = 'FormError';
    this.problems = problems;
  }
}
