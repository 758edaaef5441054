import { linksIn } from '../message/text-links.ts';

/** Does a text show one of the ways out that a place takes? */
export type WayOut = {
  /** A word that people send back, or a request for no more texts. */
  byReply(text: string): boolean;
  /** The provider’s own number, which takes it from anybody. */
  byProvider(text: string): boolean;
};

/** What a text may say besides the words of a rule that takes STOP: each is understood when it comes back. */
const alsoInAnyCase =
  'unsubscribe, opt out, opt-out, désabonner, désinscrire, abmelden, abbestellen, afmelden, uitschrijven, avregistrera, cancellami, disiscrivimi, wypisz, rezygnuję';
/** These are common words too: they count behind a word that asks to send them, in quotation marks, or before a colon. */
const alsoWhenAsked = 'stop, stopp, quit, end, cancel, revoke, arrêt, baja, alto, cancelar, parar, sair, basta';
/** "Reply", "text", "send" in the languages of the places that have such a rule, without accents. */
const asking =
  'reply|text|txt|send|answer|write|respond|repond\\p{L}*|envoy\\p{L}*|antwort\\p{L}*|schreib\\p{L}*|sende\\p{L}*|antwoord\\p{L}*|stuur|svara?|skicka|rispond\\p{L}*|invia\\p{L}*|scriv\\p{L}*|responda?|responde|envia\\p{L}*|envie|conteste?|odpisz|wyslij';

const words = (list: string): string[] => list.split(', ');
const begins = '(?<![\\p{L}\\p{N}])';
const ends = '(?![\\p{L}\\p{N}])';

/** Of the phrases of a rule of kind `opt_out_text`. */
export function wayOutOf(anyOf: readonly string[]): WayOut {
  const numbers = anyOf.filter((phrase) => /\d$/.test(phrase));
  const own = anyOf.filter((phrase) => !/\d$/.test(phrase));
  const takesStop = own.some(isStop);
  const common = own.filter(isCommonWord);
  const anyCase = anyOfThese([
    ...own.filter((phrase) => !isCommonWord(phrase)),
    ...(takesStop ? words(alsoInAnyCase) : []),
  ]);
  // “Don’t stop” offers nothing, “STOP” does.
  const capitals = common.length > 0 ? new RegExp(`${begins}(?:${common.map(capital).join('|')})${ends}`, 'u') : never;
  const asked = common.length > 0 ? askedFor([...common, ...(takesStop ? words(alsoWhenAsked) : [])]) : never;
  const provider = numbers.length > 0 ? new RegExp(numbers.map(numberPattern).join('|'), 'iu') : never;
  return {
    byReply: (text) => {
      const plain = folded(text);
      return anyCase.test(plain) || capitals.test(plain) || asked.test(plain);
    },
    byProvider: (text) => provider.test(folded(text)),
  };
}

/** Another way than an answer: a link, a number that can be called or texted, or a mail address. */
export function hasContact(text: string): boolean {
  return (
    numberToReach.test(text.replace(noNumberToReach, ' ')) ||
    /[^\s@]@[^\s@]+\.\p{L}/u.test(text) ||
    linksIn(text).some(({ kind }) => kind === 'sure')
  );
}

/** A phone number, or a short code behind a word: "to 80888". */
const numberToReach =
  /(?:\d[ ()./-]{0,2}){7,}|(?:^|[^\p{L}\p{N}])(?:to|at|call|au|a|an|auf|al|naar|till|til|na|para|ao|sms|tel\p{L}*)\.?:? ?\d{4,6}(?!\d)/iu;
/** Dates, hours and amounts have digits too. */
const noNumberToReach =
  /(?<!\d)(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}[:.]\d{2}\s?[-–]\s?\d{1,2}[:.]\d{2})(?!\d)|[€$£]\s?\d{1,9}(?:[.,]\d{1,3}){0,4}|(?<![\d.,])\d{1,9}(?:[.,]\d{1,3}){0,4}\s?(?:[€$£%]|EUR|USD|GBP|CHF)/giu;

/** Does it ask for an answer, other than for a word that ends the texts? */
export function asksForAnswer(text: string): boolean {
  const plain = folded(text).replace(new RegExp(askedFor(words(alsoWhenAsked)), 'giu'), '');
  return answering.test(plain);
}

const answering = new RegExp(
  `${begins}(?:repl(?:y|ies)|respond|(?:text|write) (?:us )?back|antworten?|antworte|repondez|responda|responde|rispond[ei]|rispondete|antwoord|svara|odpisz|odpowiedz)${ends}`,
  'iu',
);

/** The text that offers it, for one press to add; undefined where only the provider knows the number. */
export function textThatOffers(anyOf: readonly string[], country: string): string | undefined {
  const phrase = anyOf.find((one) => !/\d$/.test(one));
  if (anyOf.some(isStop)) return inTheirLanguage[country] ?? inEnglish;
  if (phrase !== undefined) return `Reply ${phrase} to opt out`;
  const whole = anyOf.find((one) => isWholeNumber(one));
  return whole && (/\p{L}/u.test(whole) ? whole : `Opt out: ${whole}`);
}

/** Understood wherever a place takes STOP. */
export const inEnglish = 'Reply STOP to opt out';

/** Letters of plain SMS only: these words must not make a text cost more. */
const inTheirLanguage: Readonly<Record<string, string>> = {
  DE: 'Abmelden? Antworte STOP',
  AT: 'Abmelden? Antworte STOP',
  NL: 'Afmelden? Antwoord STOP',
  ES: 'Responde BAJA para no recibir mas SMS',
  PT: 'Responda STOP para sair',
  IT: 'Rispondi STOP per non ricevere altri SMS',
  PL: 'Odpisz STOP, aby zrezygnowac',
  SE: 'Svara STOPP för att avsluta',
};

function isStop(phrase: string): boolean {
  return /^stopp?$/i.test(phrase);
}

function isCommonWord(phrase: string): boolean {
  return words(alsoWhenAsked).includes(phrase.toLowerCase());
}

function capital(phrase: string): string {
  return pattern(phrase.toUpperCase());
}

function isWholeNumber(phrase: string): boolean {
  return /\d{4}$/.test(phrase);
}

/** Of "STOP au 36" the provider gives the rest; "7726" is whole. */
function numberPattern(phrase: string): string {
  return `${begins}${pattern(phrase)}${isWholeNumber(phrase) ? '' : '(?:\\s?\\d){2,}'}(?!\\d)`;
}

function anyOfThese(phrases: readonly string[]): RegExp {
  return phrases.length > 0 ? new RegExp(`${begins}(?:${phrases.map(pattern).join('|')})${ends}`, 'iu') : never;
}

/**
 * "Reply … stop", “stop”, "Reply end", "Stop: acme.com/out". Only STOP may stand further behind the word that asks: texts
 * also say "Reply by the end of the day" and "Reply NO to cancel".
 */
function askedFor(phrases: readonly string[]): RegExp {
  const anyOf = (some: readonly string[]) => `(?:${some.map(pattern).join('|')})`;
  const [any, stops] = [anyOf(phrases), phrases.filter((phrase) => /^(stopp?|arr[eê]t)$/i.test(phrase))];
  const ways = [
    `${begins}(?:${asking})(?: (?:back|with|us|sie|mit|avec|met|med|con|com|la palabra|the word|das wort|le mot))*:? ${any}${ends}`,
    ...(stops.length > 0
      ? [`${begins}(?:${asking})${ends}[^.!?\\n]{0,30}?${begins}${anyOf(stops)}${ends}(?!\\s?:)`]
      : []),
    `["“„«‘']${any}["”“»’']`,
    `${begins}${any}\\s?:\\s?(?=\\S*\\p{L}[./@]\\p{L}|[+(]?\\d[\\d ()./-]{3})`,
  ];
  return new RegExp(ways.join('|'), 'iu');
}

function pattern(phrase: string): string {
  return folded(phrase)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
}

const never = /(?!)/u;

/** Without accents, which texts leave out to cost less. */
export function folded(text: string): string {
  return /^[\x20-\x7e\n\r]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ł/g, 'l');
}
