import { personKey } from '../../domain/phone/person.ts';
import { countryOf } from '../../domain/phone/phone-number.ts';
import { homeCountries, isOwnNumber, isTextable } from '../../domain/phone/reach.ts';
import { type AutomaticAnswer, isEcho } from '../../domain/reply/automatic-answer.ts';
import type { ReceivedMessage } from '../../ports/conversations.ts';
import type { Deps } from '../deps.ts';
import type { RateLimits } from '../sending/rate-limits.ts';
import { claimDirect, sendDirect } from '../sending/send-direct.ts';
import { createTellAdmins } from '../tell-admins.ts';
import { createAutomaticLedger } from './automatic-ledger.ts';
import { createSpareQueue, type DropReason } from './spare-queue.ts';

/** The texts that leave by themselves: one after an opt-out, one a day after HELP. They take what is left over. */
export type AutomaticAnswers = {
  /** Answers the received text later, if it is owed an answer. Never rejects, and nobody waits for it. */
  offer(received: ReceivedMessage, about: { wasTexted: boolean }): Promise<void>;
  /** Drops all that wait, at once; resolves when those on their way are recorded. */
  stop(): Promise<void>;
};

/** A later answer could count as one more unwanted text. */
const patienceMs = 5 * 60_000;
/** At most this many wait for each sender. Further ones get no answer: a person sees the text all the same. */
const mostWaiting = 100;

type Waiting = { received: ReceivedMessage; text: string; entry: AutomaticAnswer; untilMs: number };

export function createAutomaticAnswers(deps: Deps, limits: RateLimits): AutomaticAnswers {
  const { store, clock, log, settings } = deps;
  const ledger = createAutomaticLedger(deps);
  const tellAdmins = createTellAdmins(deps, () => lidText(settings.autoAnswersPerDay));
  const home = homeCountries(settings);
  let dropped = 0;
  let isLidTold = false;

  const drop = ({ entry, received }: Waiting, why: DropReason): void => {
    ledger.strike(entry);
    dropped += 1;
    log.warn({ why, dropped, conversationId: received.conversation.id }, 'An automatic answer is not given');
  };

  const isOwed = async ({ message, conversation }: ReceivedMessage, wasTexted: boolean): Promise<boolean> => {
    const { number } = conversation;
    if (isOwnNumber(number, settings.senders.keys()) || !isTextable(number)) return false;
    if (!wasTexted && !home.has(countryOf(number))) return false;
    const ours = [settings.optOutConfirmation, settings.helpText].filter((text) => text !== null);
    if (isEcho(message.text, ours)) return false;
    const suppression = await store.suppressions.get(number);
    if (message.reading === 'help') return !store.suppressions.blocks(number);
    // Only the text that opted them out, not those that repeat it.
    return suppression?.kind === 'opted_out' && suppression.source === 'sms' && suppression.at === message.at;
  };

  const offer: AutomaticAnswers['offer'] = async (received, { wasTexted }) => {
    const { message, conversation } = received;
    const text = answerTo(message.reading, settings);
    const now = clock.now();
    const ageMs = now.getTime() - Date.parse(message.at);
    if (!text || ageMs > patienceMs || mayBeOld(store.folder)) return;
    if (!(await isOwed(received, wasTexted))) return;

    const kind = message.reading === 'help' ? ('help' as const) : ('opt_out' as const);
    const entry = { person: personKey(conversation.number), kind, cause: message.at, atMs: now.getTime() };
    const may = await ledger.enter(entry);
    if (may === 'lid') await tellOfLid();
    if (may !== 'yes') return;
    const untilMs = clock.monotonicMs() + patienceMs - Math.max(0, ageMs);
    queue.add(conversation.sender, { received, text, entry, untilMs }, untilMs);
  };

  const send = async ({ received, text, entry, untilMs }: Waiting, signal: AbortSignal): Promise<void> => {
    const { message, conversation } = received;
    // Of two first texts at once, the second belongs to the first one's conversation, and leaves from its sender.
    const stored = await store.conversations.find(conversation.campaignId, conversation.number);
    if (!stored || !settings.senders.has(stored.sender)) return ledger.strike(entry);
    const answer = { text, purpose: 'confirmation' as const, cause: message.id, by: null };
    const { conversation: saved, claimed } = await claimDirect(deps, stored.id, answer);
    if (!claimed) return;
    const confirmsOptOut = entry.kind === 'opt_out';
    const after = await sendDirect(deps, limits, saved, claimed, { confirmsOptOut, signal, untilMs });
    const sent = after.messages.find((known) => known.id === claimed.id);
    if (sent?.direction === 'out' && sent.state === 'not_sent') ledger.strike(entry);
  };

  const tellOfLid = async (): Promise<void> => {
    if (isLidTold || ledger.wasFull()) return;
    isLidTold = true;
    log.warn({ lid: settings.autoAnswersPerDay }, 'The lid on automatic answers is reached: no more are given for now');
    await tellAdmins('lid');
  };

  const queue = createSpareQueue(deps, limits, { most: mostWaiting, send, drop });
  return {
    offer: (received, about) =>
      offer(received, about).catch((error: unknown) => log.error({ err: error }, 'A text could not be answered')),
    stop: queue.stop,
  };
}

/** Whoever wrote may have had this answer in a time unknown to this folder. */
function mayBeOld(folder: Deps['store']['folder']): boolean {
  const question = folder.question();
  return folder.isInDoubt() || (question !== null && question.kind !== 'new');
}

function lidText(lid: number): string {
  return `Trickle has given ${lid} automatic answers to STOP and HELP within 24 hours, all that AUTO_ANSWERS_PER_DAY allows, and gives no more until some are a day old. Every STOP still counts. Look whether somebody makes your numbers answer on purpose.`;
}

function answerTo(reading: ReceivedMessage['message']['reading'], settings: Deps['settings']): string | null {
  if (reading === 'opt_out') return settings.optOutConfirmation;
  return reading === 'help' ? settings.helpText : null;
}
