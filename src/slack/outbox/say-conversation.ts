import type { Campaign, Post } from '../../domain/campaign/campaign.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import type { Store } from '../../ports/store.ts';
import type { Clock } from '../../ports/world.ts';
import { formerPostChanged } from '../../services/announcements.ts';
import { readTheirRow } from '../../services/replies/their-row.ts';
import { readFailure } from '../api/slack-failure.ts';
import { aboutCampaign } from '../ui/messages/about-campaign.ts';
import { formerCard } from '../ui/messages/replies/former-card.ts';
import { conversationCard } from '../ui/messages/replies/inbound.ts';
import type { Message } from '../ui/parts/message.ts';
import type { Pace } from './pace.ts';
import { isGone } from './place-problem.ts';
import { type CardStep, cardOf, firstOn, formerCards, planCard, postedAtMs } from './plan/card-plan.ts';
import type { Job } from './plan/outbox-plan.ts';
import type { Poster } from './poster.ts';

/** At most this many earlier cards are looked at when a conversation changes: older ones were shrunk when replaced. */
const mostFormer = 3;

type Deps = { store: Store; poster: Poster; pace: Pace; clock: Clock; signal: AbortSignal };

/** `stands`: the card, that post if there is one, shows everything. `post`: to be posted as a new card. */
type CardDone = { kind: 'stands'; post: Post | null } | { kind: 'post'; message: Message };

/** Brings a conversation's card up to date by an edit, or says what has to be posted if that is not enough. */
export async function growCard(job: Job, conversation: Conversation, deps: Deps): Promise<CardDone> {
  const campaign = job.home?.campaign ?? null;
  const render = async ({ from, ...step }: CardStep) => {
    const suppression = (await deps.store.suppressions.get(conversation.number)) ?? null;
    const row = campaign && (await readTheirRow(deps, campaign, conversation));
    const postedAt = step.kind === 'grow' ? new Date(postedAtMs(step.post)) : deps.clock.now();
    return conversationCard(conversation, from, { campaign, suppression, row, postedAt, now: deps.clock.now() });
  };
  const isOwed = job.announcements.some(({ kind }) => kind === 'inbound');
  const current = cardOf(conversation);
  // A post with many lines is never drawn as the card of one.
  if (!isOwed && (!current || current.many)) return { kind: 'stands', post: null };
  const step: CardStep =
    isOwed || !current
      ? planCard(conversation, job.place, deps.clock.now())
      : { kind: 'grow', post: current, from: firstOn(conversation, current) };
  if (step.kind !== 'grow') return { kind: 'post', message: alone(await render(step), job) };
  const edited = await edit(step.post, alone(await render(step), job), deps);
  if (edited) return { kind: 'stands', post: step.post };
  if (!isOwed) return { kind: 'stands', post: null };
  // Somebody deleted the card: whoever wrote must not be forgotten for that.
  return { kind: 'post', message: alone(await render({ kind: 'post', from: step.from }), job) };
}

/** Cards that were replaced shrink to a line, which leads to the one that took their place. */
export async function shrinkFormerCards(conversation: Conversation, deps: Deps): Promise<void> {
  const former = formerCards(conversation).slice(0, mostFormer);
  const current = former.length > 0 ? cardOf(conversation) : null;
  const link = current ? await deps.poster.addressOf(current) : undefined;
  for (const { post, from, to } of former) {
    if (post.many) continue;
    const edited = await deps.poster.edit(post, formerCard(conversation, from, to, link)).catch((error) => {
      // A card that is gone, or whose channel is closed, has no buttons that anybody could press.
      if (readFailure(error)?.kind !== 'place') throw error;
    });
    if (edited === 'edited') deps.pace.spend(post.channel);
  }
}

/** The conversation has a new post: its former ones are drawn again, in their time. */
export async function oweFormerPosts(
  conversation: Conversation,
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  isOwed: (post: Post) => boolean = () => true,
): Promise<void> {
  const former = formerCards(conversation).slice(0, mostFormer);
  const owed = former.filter(({ post }) => isOwed(post));
  await store.announcements.add(owed.map(({ post }) => formerPostChanged(conversation, post, clock.now())));
}

/** A copy for somebody in person: what came since the card that the channel has. */
export async function copyOfCard(
  conversation: Conversation,
  campaign: Campaign | null,
  store: Store,
): Promise<Message | null> {
  const unsaid = conversation.messages.findIndex((message) => message.direction === 'in' && message.post === null);
  const card = cardOf(conversation);
  const from = unsaid < 0 && card ? firstOn(conversation, card) : unsaid;
  if (from < 0) return null;
  const suppression = (await store.suppressions.get(conversation.number)) ?? null;
  const row = campaign && (await readTheirRow({ store }, campaign, conversation));
  return conversationCard(conversation, from, { campaign, suppression, row });
}

/** False when that post is gone. In a closed channel cards wait. */
export async function edit(post: Post, message: Message, { poster }: Pick<Deps, 'poster'>): Promise<boolean> {
  try {
    await poster.edit(post, message);
    return true;
  } catch (error) {
    const failure = readFailure(error);
    if (failure?.kind === 'place' && isGone(failure.code)) return false;
    throw error;
  }
}

/** With the campaign's name where no thread tells it. */
export function alone(message: Message, { place, home }: Job): Message {
  return home && place.thread === null ? aboutCampaign(message, home.campaign) : message;
}
