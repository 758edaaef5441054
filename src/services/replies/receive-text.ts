import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { CampaignId, ChannelId } from '../../domain/ids.ts';
import { nameInList } from '../../domain/list/person-name.ts';
import { type PersonKey, personKey } from '../../domain/phone/person.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import {
  asksForPeople,
  type Conversation,
  type InboundMessage,
  type OutboundMessage,
  waitsFrom,
} from '../../domain/reply/conversation.ts';
import { hasCard } from '../../domain/reply/groups.ts';
import type { InboundText } from '../../domain/reply/inbound-text.ts';
import { isCredible } from '../../domain/reply/last-word.ts';
import type { Reading } from '../../domain/reply/words/reading.ts';
import type { ReceivedMessage } from '../../ports/conversations.ts';
import { direct } from '../announcements.ts';
import type { Deps } from '../deps.ts';
import { newAnnouncementId, newConversationId } from '../new-id.ts';
import { oneAfterTheOtherOf } from '../one-after-the-other.ts';
import { answeredTest, toldAnswer } from '../sending/own-phone-news.ts';
import { namedAdmins } from '../tell-admins.ts';
import type { AutomaticAnswers } from './automatic-answers.ts';
import { type CountedAs, countedAs, countedCard } from './counted-as.ts';
import { placeInGroup, tendGroup } from './groups/group-card.ts';
import { ourTexts } from './our-texts.ts';
import { readingOf } from './read-text.ts';
import type { ThankYous } from './thank-yous.ts';
import { whoWrote } from './who-wrote.ts';

/** No text is lost to a conversation that changes all the time: this reading of it is taken, whatever changed. */
const mostReadings = 20;

/** Takes in one text from a phone: what it means, whose it is, and what follows, in one durable step. */
export function createReceiver(
  deps: Deps,
  automatic: Pick<AutomaticAnswers, 'offer'>,
  thankYous: Pick<ThankYous, 'offer'>,
): (text: InboundText) => Promise<void> {
  const { store, announcer, log } = deps;
  const tend = async (id: Conversation['id']) => {
    const stored = await store.conversations.get(id);
    if (stored) await tendGroup(deps, stored);
  };

  /** Again, if somebody answered or decided while it was read: then it may mean something else. */
  const take = async (received: InboundText): Promise<void> => {
    for (let tries = 1; (await takeOnce(received, tries)) === 'stale'; tries += 1);
  };

  const takeOnce = async (received: InboundText, tries: number): Promise<'stale' | undefined> => {
    const attributed = await whoWrote(deps, received);
    const { text, isSure } = attributed;
    const texted = await store.recipients.lastTexted(text.from, text.to);
    const campaign = texted && (await store.campaigns.get(texted.campaignId));
    const name = await nameOf(store, texted);
    const { reading, isWrongPerson } = readingOf(attributed, {
      ours: await textsOfOurs(store, text),
      names: campaign ? [campaign.name] : [],
      name,
    });
    const got = {
      recipient: texted,
      conversation: texted && (await store.conversations.find(texted.campaignId, text.from)),
    };
    const test = answeredTest(await store.conversations.find(null, text.from), got, text);
    const recipient = test ? undefined : texted;
    const campaignId = recipient?.campaignId ?? null;
    const known = await store.conversations.find(campaignId, text.from);
    const counted =
      reading === 'reply' && recipient && campaign ? await countedAs(deps, attributed, { campaign, known }) : null;
    const described = await describe(deps, { text, reading, isWrongPerson, recipient, known, test, counted });

    const basis = tries < mostReadings ? { readWith: known?.version ?? 0 } : {};
    const isNew = await store.conversations.receive({ ...described, ...basis });
    if (isNew === 'stale') return 'stale';
    if (!isNew) return undefined;
    await tend(described.conversation.id);
    log.info({ campaignId, reading: described.message.reading }, 'A text came in');
    announcer.wake();
    if (campaignId) announcer.refresh(campaignId);
    if (counted !== null) void thankYous.offer(described.conversation.id);
    // Only the writer may be answered, so they must be known for sure.
    if (isSure) void automatic.offer(described, { wasTexted: texted !== undefined || test !== undefined });
    return undefined;
  };
  // What a text means depends on what the same person wrote before: “yes” and “no” at once are a second thought.
  const inTurn = oneAfterTheOtherOf<PersonKey>();
  return (received) => inTurn(personKey(received.from), () => take(received));
}

/** What the possible writers may have got from us. */
async function textsOfOurs(store: Deps['store'], { from, mayBeFrom = [] }: InboundText): Promise<string[]> {
  const texts = await Promise.all([from, ...mayBeFrom].map((number) => ourTexts(store, number)));
  return texts.flat();
}

type Understood = {
  text: InboundText;
  reading: Reading;
  /** It says so of itself: whoever agreed to be texted is somebody else. */
  isWrongPerson: boolean;
  recipient: Recipient | undefined;
  known: Conversation | undefined;
  /** The test that it answers, from a phone of the team. */
  test: OutboundMessage | undefined;
  /** What it is counted as. */
  counted: CountedAs | null;
};

async function describe(deps: Deps, input: Understood): Promise<ReceivedMessage> {
  const { text, known, test, counted } = input;
  const message = messageOf(input, deps.clock.now());
  const { reading } = message;
  const conversation = await conversationOf(deps, input, reading);
  const { id, campaignId } = conversation;
  const group = await placeInGroup(deps, {
    version: 1,
    ...known,
    ...conversation,
    messages: [...(known?.messages ?? []), message],
  });
  const isShown = group.isShown && !(known && hasCard(known));
  const isTold = counted !== null || isShown || (test !== undefined && !wantsSomebody(input, reading));
  return {
    message,
    conversation,
    ...consequence(reading, input, deps.clock.now()),
    announcements: [
      ...(test ? [await toldAnswer(deps, test, text, reading)] : []),
      ...(counted !== null && campaignId ? await countedCard(deps, campaignId) : []),
      ...group.announcements,
      ...(isTold ? [] : await announce(deps, { campaignId, conversationId: id, message })),
    ],
  };
}

function messageOf({ text, reading, isWrongPerson, counted }: Understood, now: Date): InboundMessage {
  return {
    direction: 'in',
    id: text.id,
    text: text.text,
    reading: counted === null ? reading : 'expected',
    at: text.at,
    post: null,
    ...(text.attachment && { attachment: text.attachment }),
    ...(text.undated && { undated: text.undated }),
    ...(!isCredible(text, now) && { cameAt: now.toISOString() }),
    ...(text.mayBeFrom && { mayBeOf: [...text.mayBeFrom] }),
    ...(isWrongPerson && { wrongPerson: true as const }),
    ...(counted && { countedAs: counted.label }),
    ...(counted?.countedWith && { countedWith: counted.countedWith }),
  };
}

async function conversationOf(
  { store, settings }: Deps,
  input: Understood,
  reading: Reading,
): Promise<ReceivedMessage['conversation']> {
  const { text, recipient, known, counted } = input;
  const isHandled = wantsSomebody(input, reading) ? false : known ? known.status === 'handled' : true;
  return {
    id: known?.id ?? newConversationId(),
    campaignId: recipient?.campaignId ?? null,
    // The list's own number, which answers are dialled at: networks write some numbers in another way.
    number: recipient?.number ?? text.from,
    sender: settings.senders.has(text.to) ? text.to : (known?.sender ?? text.to),
    name: known?.name ?? (await nameOf(store, recipient)),
    status: isHandled ? 'handled' : known?.status === 'claimed' ? 'claimed' : 'open',
    handledBy: isHandled ? (known?.handledBy ?? null) : null,
    ...(counted && { outcome: { label: counted.label, by: null, at: text.at } }),
  };
}

/** Answers to people's own tests are told them in person; only a possible opt-out needs somebody. */
function wantsSomebody({ test }: Understood, reading: Reading): boolean {
  return test ? reading === 'maybe_opt_out' : asksForPeople(reading);
}

/** What a text does to the suppression list. A text that only might be an opt-out holds the number until a person decides. */
function consequence(
  reading: Reading,
  { text: { from, mayBeFrom = [], at }, isWrongPerson }: Understood,
  now: Date,
): Pick<ReceivedMessage, 'suppress' | 'suppressAlso' | 'lift'> {
  if (reading === 'opt_in') return { lift: { number: from, by: 'sms' } };
  if (reading !== 'opt_out' && reading !== 'maybe_opt_out') return {};
  const kind = reading === 'opt_out' ? ('opted_out' as const) : ('held' as const);
  const suppress = {
    number: from,
    kind,
    at,
    ...(kind === 'held' && { heldAt: now.toISOString() }),
    source: 'sms',
    ...(isWrongPerson && { because: 'reassigned' as const }),
  };
  return { suppress, suppressAlso: mayBeFrom.map((number) => ({ ...suppress, number })) };
}

async function announce(
  deps: Pick<Deps, 'store' | 'settings' | 'clock'>,
  input: { campaignId: CampaignId | null; conversationId: Conversation['id']; message: InboundMessage },
): Promise<Announcement[]> {
  const { campaignId, conversationId, message } = input;
  const channel = campaignId ? null : await channelForStrangers(deps.store, deps.settings.inboxChannel);
  const inbound = {
    id: newAnnouncementId(),
    at: waitsFrom(message),
    kind: 'inbound' as const,
    campaignId,
    channel,
    conversationId,
    messageId: message.id,
  };
  return campaignId || channel ? [inbound] : [inbound, ...(await askForChannel(deps))];
}

/** A text that can be shown nowhere waits until it can; admins named as persons are asked once. */
async function askForChannel({ store, settings, clock }: Pick<Deps, 'store' | 'settings' | 'clock'>) {
  const pending = await store.announcements.pending();
  if (pending.some(({ kind, campaignId }) => kind === 'inbound' && campaignId === null)) return [];
  const text =
    'Somebody texted us, and there is no channel yet to show it in. The text is kept. Ask whoever runs Trickle to set INBOX_CHANNEL, or start a campaign: its channel then gets the text.';
  return namedAdmins(settings.roles).map((admin) => direct(admin, null, clock.now(), text));
}

/** Texts of no campaign go to the inbox channel, or else where the newest campaign's team reads. */
export async function channelForStrangers(
  store: Deps['store'],
  inboxChannel: ChannelId | null,
): Promise<ChannelId | null> {
  return inboxChannel ?? (await store.campaigns.list())[0]?.channel ?? null;
}

async function nameOf(store: Deps['store'], recipient: Recipient | undefined): Promise<string | null> {
  if (!recipient) return null;
  const campaign = await store.campaigns.get(recipient.campaignId);
  return campaign ? nameInList(campaign.list.columns, recipient.values) : null;
}
