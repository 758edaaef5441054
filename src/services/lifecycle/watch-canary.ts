import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import {
  answeredMs,
  type CanaryState,
  type CanaryText,
  judgeCanary,
  mostTried,
  nextStep,
  triedOf,
  triedStates,
} from '../../domain/pace/canary.ts';
import { openTimeUntil } from '../../domain/pace/open-time.ts';
import { type PersonKey, personKey } from '../../domain/phone/person.ts';
import { isInDoubt } from '../../domain/reply/conversation.ts';
import { hasOptOut } from '../../domain/reply/opted-out-here.ts';
import type { Tally } from '../../ports/recipients.ts';
import type { StoreReader } from '../../ports/store.ts';
import { note } from '../announcements.ts';
import type { TickDeps } from '../deps.ts';
import { canaryFigures } from './canary-figures.ts';
import { changeCampaign } from './change-campaign.ts';
import { restampedRest } from './restamp.ts';

/** Once the first people have been tried: asks the thread for a decision, or lets the test say how to go on. */
export async function watchCanary(deps: TickDeps, campaign: Campaign, tally: Tally, now: Date): Promise<void> {
  const { canary, canaryState: state = {} } = campaign;
  const { counts } = tally;
  if (!canary || state.wentOn || state.asked || counts.queued - tally.held <= 0 || counts.claimed > 0) return;
  const tried = triedOf(counts);
  if (tried < (state.upTo ?? canary.first)) return;
  if (canary.goOn !== 'alone') return ask(deps, campaign, 'tried', now);

  const texts = await triedTexts(deps.store, campaign, now);
  const verdict = judgeCanary(texts);
  if (verdict === 'stop') return ask(deps, campaign, 'opt_outs', now);
  if (verdict === 'go_on') return goOnAlone(deps, campaign, tally, now);
  if (texts.some(({ isLost, isOld }) => !isLost && !isOld)) return;
  const upTo = nextStep(tried);
  if (upTo === null) return ask(deps, campaign, 'unsure', now);
  const batch = restampedRest(campaign, tally.batch, now);
  await changeState(deps, campaign, (current) => ({
    campaign: { ...current, ...batch, canaryState: { ...state, upTo } },
  }));
}

type Asked = NonNullable<CanaryState['asked']>['because'];

async function ask(deps: TickDeps, campaign: Campaign, because: Asked, now: Date): Promise<void> {
  const figures = await canaryFigures(deps.store, campaign.id);
  await changeState(deps, campaign, (current) => ({
    campaign: { ...current, canaryState: { ...current.canaryState, asked: { at: now.toISOString(), because } } },
    announcements: [note(current.id, now, { kind: 'canary', because, ...figures })],
  }));
}

async function goOnAlone(deps: TickDeps, campaign: Campaign, { batch }: Tally, now: Date): Promise<void> {
  const figures = await canaryFigures(deps.store, campaign.id);
  const wentOn = { by: null, at: now.toISOString() };
  await changeState(deps, campaign, (current) => ({
    campaign: {
      ...current,
      ...restampedRest(current, batch, now),
      canaryState: { ...current.canaryState, wentOn },
    },
    announcements: [note(current.id, now, { kind: 'canary_went_on', by: null, ...figures })],
  }));
}

/** Only while it runs and nobody has decided meanwhile. */
async function changeState(
  deps: TickDeps,
  { id }: Campaign,
  change: Parameters<typeof changeCampaign>[2],
): Promise<void> {
  await changeCampaign(deps, id, (current, counts) => {
    const { wentOn, asked } = current.canaryState ?? {};
    return current.status === 'running' && !wentOn && !asked ? change(current, counts) : undefined;
  });
}

/** The texts that the test looks at, in the order of the list: no more than it could need. */
async function triedTexts(store: StoreReader, campaign: Campaign, now: Date): Promise<CanaryText[]> {
  const limit = mostTried * 2;
  // By state, since those whom a campaign leaves out may be most of the list.
  const pages = await Promise.all(
    triedStates.map((state) => store.recipients.page(campaign.id, { from: 0, limit, state })),
  );
  const texted = pages
    .flat()
    .sort((a, b) => a.no - b.no)
    .slice(0, limit);
  const { gone, doubtful } = await whoLeft(store, campaign.id);
  const openSince = openTimeUntil(campaign.hours, {
    earliest: new Date(campaign.startedAt ?? campaign.createdAt),
    until: now,
  });
  return texted.map(({ number, state, changedAt }) => {
    const key = personKey(number);
    const optedOut = gone.has(key);
    const reached = state === 'submitted' || state === 'delivered' || state === 'no_receipt';
    const isOld = openSince(changedAt === null ? now : new Date(changedAt)) >= answeredMs;
    return { optedOut, isLost: !optedOut && !reached, isOld: isOld && (optedOut || !doubtful.has(key)) };
  });
}

/** Who opted out of it, whatever they wrote later, and whose words nobody has judged yet. */
async function whoLeft(store: StoreReader, id: CampaignId): Promise<Record<'gone' | 'doubtful', Set<PersonKey>>> {
  const conversations = await store.conversations.ofCampaign(id);
  const reported = await store.suppressions.reportedIn(id);
  const gone = [...reported, ...conversations.filter(hasOptOut).map(({ number }) => number)];
  const doubtful = conversations.filter(isInDoubt).map(({ number }) => number);
  return { gone: new Set(gone.map(personKey)), doubtful: new Set(doubtful.map(personKey)) };
}
