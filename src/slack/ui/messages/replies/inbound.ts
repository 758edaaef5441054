import type { KnownBlock } from '@slack/types';
import type { Campaign } from '../../../../domain/campaign/campaign.ts';
import { countryName } from '../../../../domain/list/cells/country-names.ts';
import { countryOf } from '../../../../domain/phone/phone-number.ts';
import {
  asksForPeople,
  type Conversation,
  type InboundMessage,
  whoElse,
} from '../../../../domain/reply/conversation.ts';
import type { Suppression } from '../../../../domain/reply/suppression.ts';
import type { TheirRow } from '../../../../services/replies/their-row.ts';
import { limits, shown } from '../../../limits.ts';
import { cut, inert, oneLine } from '../../parts/inert.ts';
import { type Message, message } from '../../parts/message.ts';
import { lines, quote, richText, type Sentence } from '../../parts/sentence.ts';
import { doubtSentence, inboundButtons } from '../../sections/inbound-buttons.ts';
import { answerBefore, answersTo } from '../../words/answer-words.ts';
import { type CardClock, createCardClock } from '../../words/card-clock.ts';
import { givenTo } from '../../words/hands-words.ts';
import { count } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';
import { senderName } from '../../words/sender-name.ts';
import { excerpt, hasWords, sentWords } from '../../words/sent-words.ts';
import { isAnswering } from '../../words/taken-words.ts';
import { whatWasDone } from '../../words/what-was-done.ts';

type CardFacts = {
  campaign: Campaign | null;
  /** What stands on the suppression list for the person now. */
  suppression?: Suppression | null;
  /** What the list knows of the person. */
  row?: Pick<TheirRow, 'message' | 'columns'> | null;
  /** When the card is or was posted: Slack shows that beside it. */
  postedAt?: Date;
  /** When it is drawn, to say who is answering. */
  now?: Date;
};

/**
 * The card of a conversation from its message `from` on, as data: what the texts say cannot mention, link or format. The
 * newest texts are shown with what the team did about them; of older ones it says how many there are.
 */
export function conversationCard(conversation: Conversation, from: number, facts: CardFacts): Message {
  const all = conversation.messages.slice(from).filter((text) => text.direction === 'in');
  const texts = newest(conversation, all);
  const [first] = texts;
  if (!first) throw new Error(`The conversation ${conversation.id} has no text to show.`);
  const clock = createCardClock(facts.campaign?.zone ?? 'UTC', facts.postedAt);
  const parts = texts.map((text, index) => textPart(conversation, text, texts[index + 1], { ...facts, clock, first }));
  const left = all.length - texts.length;
  const folded: Sentence[] =
    left > 0 ? [[`${count(left, 'earlier text')} of theirs left out here. Reply shows the newest of them.`]] : [];
  const where = isQuotation(all) ? [] : [...cameTo(conversation, facts.campaign), ...mayBeTwo(conversation)];
  const stands = where.concat(standsSentences(conversation, texts.at(-1)!, facts), isAnswering(conversation, facts));
  return message(
    [...parts.flatMap(({ said }) => said), ...stands, ...folded],
    [
      folded.length > 0 ? richText(lines(...folded)) : null,
      ...parts.flatMap(({ blocks }) => blocks),
      stands.length > 0 ? richText(lines(...stands)) : null,
      inboundButtons(conversation, facts.suppression, { asksNothing: isQuotation(all), campaign: facts.campaign }),
    ],
  );
}

/**
 * What the person got from us last before the card's `first` text, and the columns of their row that the campaign shows,
 * on one line; for texts that ask for somebody.
 */
function contextOf(
  conversation: Conversation,
  { reading }: InboundMessage,
  { row, first }: Pick<CardFacts, 'row'> & { first: InboundMessage },
): Sentence[] {
  if (!row || !asksForPeople(reading)) return [];
  const answer = answerBefore(conversation, first);
  const columns = row.columns.map(({ name, value }) => `${oneLine(name)}: ${cut(oneLine(value), shown.name)}`);
  const said = [
    ...(answer ? [` answered before: ${excerpt(answer.text)}`] : []),
    ...(answer || row.message === null ? [] : [`They got ${excerpt(row.message, shown.got)}`]),
    ...columns,
  ].join(' · ');
  if (said === '') return [];
  return [answer?.by ? [{ person: answer.by }, said] : [said]];
}

/** As many of the newest as a post has room for: Slack refuses posts of much over 13,000 characters. */
function newest(conversation: Conversation, texts: readonly InboundMessage[]): InboundMessage[] {
  const chosen: InboundMessage[] = [];
  let room: number = limits.cardText;
  for (const text of texts.toReversed()) {
    room -= Math.min(text.text.length, shown.message) + answersTo(conversation, text).length * shown.answer;
    if (chosen.length > 0 && (room < 0 || chosen.length >= shown.texts)) break;
    chosen.unshift(text);
  }
  return chosen;
}

type Part = { said: Sentence[]; blocks: KnownBlock[] };
function textPart(
  conversation: Conversation,
  text: InboundMessage,
  next: InboundMessage | undefined,
  { suppression, clock, row, first }: CardFacts & { clock: CardClock; first: InboundMessage },
): Part {
  const who = personName(conversation);
  const came: Sentence = clock.cameAt(text.at);
  if (text.reading === 'quotation') return quotationPart(who, text, came);
  const words = cut(inert(text.text), shown.message);
  const [did, isQuoted] = [sentWords(text), hasWords(text)];
  const below = [
    ...(notLast(conversation, text, suppression) ?? noteOn(conversation, text)),
    // What they got came before all that was done about it.
    ...(next ? [] : contextOf(conversation, text, { row, first })),
    ...whatWasDone(conversation, text, { next, clock }),
  ];
  const excerpt = cut(words, next ? shown.answer : shown.excerpt);
  return {
    said: [[`${who} ${did}${isQuoted ? `: ${excerpt}` : '.'}`], ...below],
    blocks: [
      richText(lines([{ bold: who }, ` ${did}`, ...came, isQuoted ? ':' : '.']), isQuoted ? quote(words) : null),
      ...(below.length > 0 ? [richText(lines(...below))] : []),
    ],
  };
}

/** A text that only repeats ours asks for nothing: one line, and what came. */
function quotationPart(who: string, text: InboundMessage, came: Sentence): Part {
  return {
    said: [[`${who} reacted to our text or quoted it. No answer is needed.`]],
    blocks: [
      richText(
        lines([{ bold: who }, ' reacted to our text or quoted it', ...came, '. No answer is needed.']),
        quote(cut(inert(text.text), shown.excerpt)),
      ),
    ],
  };
}

/** How the text was understood, and what follows from that. */
function noteOn({ outcome }: Conversation, text: InboundMessage): Sentence[] {
  const { reading, countedAs } = text;
  switch (reading) {
    case 'opt_out':
      return [optedOut(text)];
    case 'opt_in':
      return [['They want texts again: campaigns may text this number from now on.']];
    case 'help':
      return [['They asked for help.']];
    case 'expected':
      // What a member made of it is told below.
      return outcome?.by ? [] : [[`Counted as “${countedAs ?? 'expected'}”: nobody has to answer.`]];
    case 'automatic':
      return [['An automatic reply: no answer is needed.']];
    case 'maybe_opt_out':
    case 'reply':
    case 'quotation':
      return [];
  }
}

function optedOut({ undecided, wrongPerson }: InboundMessage): Sentence {
  const because = wrongPerson ? 'They say that the person you meant does not have this number' : 'They opted out';
  const why = undecided ? 'Nobody decided within 24 hours, so it counts as an opt-out' : because;
  return [`${why}: campaigns will not text this number again.`];
}

/**
 * What holds is the last word as it was written, and what was entered by hand since: a START may be older than the opt-out,
 * and a STOP that came late older than the START. Undefined: the text says what holds, or what came below it does.
 */
function notLast(
  { messages, decisions = [] }: Conversation,
  text: InboundMessage,
  suppression: Suppression | null | undefined,
): Sentence[] | undefined {
  if (suppression === undefined) return undefined;
  const at = messages.indexOf(text);
  const below = messages.slice(at + 1).map((later) => later.direction === 'in' && later.reading);
  const isOptedOut = suppression?.kind === 'opted_out';
  if (text.reading === 'opt_in' && isOptedOut && !below.includes('opt_out')) {
    return decisions.some(({ kind, after }) => kind === 'opted_out' && after > at) ? undefined : [overruled];
  }
  if (text.reading !== 'opt_out' || isOptedOut || below.includes('opt_in')) return undefined;
  return [[`They opted out, which was taken back since${suppression ? '.' : ': campaigns may text this number.'}`]];
}

const overruled: Sentence = ['They wrote START before their opt-out, which stays: campaigns do not text this number.'];

function isQuotation(texts: readonly InboundMessage[]): boolean {
  return texts.every(({ reading }) => reading === 'quotation');
}

function cameTo(conversation: Conversation, campaign: Campaign | null): Sentence[] {
  return campaign ? [] : [[`It came to ${senderName(conversation.sender)} and belongs to no campaign.`]];
}

/** Digits without a plus that are a number here and another one elsewhere. */
function mayBeTwo(conversation: Conversation): Sentence[] {
  const others = whoElse(conversation);
  if (others.length === 0) return [];
  const countries = [conversation.number, ...others].map((one) => countryName(countryOf(one)));
  const choice = [...new Set(countries)].join(' or ');
  return [[`The number came without its country code: it is one of ${choice}. An opt-out holds for both.`]];
}

/** Where the conversation stands as a whole. */
function standsSentences(conversation: Conversation, last: InboundMessage, { suppression }: CardFacts): Sentence[] {
  const { status, handledBy, messages } = conversation;
  const isOpenDoubt = messages.some((text) => text.direction === 'in' && text.reading === 'maybe_opt_out');
  if (isOpenDoubt && suppression?.kind !== 'opted_out') return [doubtSentence(conversation), ...givenTo(conversation)];
  const isHeld = suppression?.kind === 'held' && asksForPeople(last.reading);
  const held: Sentence[] = [...(isHeld ? [heldElsewhere] : []), ...givenTo(conversation)];
  const isTold = (conversation.decisions ?? []).some(({ after }) => after > messages.indexOf(last));
  if (status !== 'handled' || isTold || last.reading === 'quotation') return held;
  // Without anybody who did it, what the text says is enough.
  return handledBy ? [...held, ['Handled by ', { person: handledBy }, '.']] : held;
}

const heldElsewhere: Sentence = [
  'Another text of theirs may mean that they want no more texts. Nothing is sent to this number until somebody decides on its card.',
];
