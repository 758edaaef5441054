import type { Campaign } from '../../domain/campaign/campaign.ts';
import { answerWithinOf, batchSizeOf, hoursOf, paceOf, sizeDecided } from '../../domain/campaign/pace-of.ts';
import { openTimeUntil } from '../../domain/pace/open-time.ts';
import { sizeOfNext, type TeamSize } from '../../domain/pace/team-pace.ts';
import { asCounted, type BatchPlan, nextBatchAt, type Sized } from '../../domain/pace/throttle.ts';
import { foresightOf, habitOf, type RecentTexts } from '../../domain/rehearsal/coming.ts';
import { addMeasures, delayEnds } from '../../domain/rehearsal/measure.ts';
import { type Conversation, waitsForTeam } from '../../domain/reply/conversation.ts';
import { longestWaitingFirst, waitingSince } from '../../domain/reply/waiting.ts';
import { atWork, type Deed, deedsOf } from '../../domain/team/at-work.ts';
import type { ReadingDeps, TickDeps } from '../deps.ts';
import { campaignsOfTeam, loadOfTeam, measuresOf } from './team.ts';

type SizeDeps = Pick<ReadingDeps, 'store' | 'clock'>;

export type Sizing = TeamSize & Pick<Sized, 'open' | 'answering'>;

const hourMs = 3_600_000;
/** Texts and replies of campaigns that ended before are no measure of what comes now. */
const recentMs = 7 * 24 * hourMs;

/** What the team could take on in the next batch, if it began now; null for a fixed pace. */
export async function sizeNow(deps: SizeDeps, campaign: Campaign): Promise<Sizing | null> {
  const { throttle } = paceOf(campaign);
  if (throttle.pace !== 'team' || throttle.holdAbove === null) return null;
  const now = deps.clock.now();
  const { replies: open } = await loadOfTeam(deps, campaign);
  const channel = await campaignsOfTeam(deps, campaign);
  const team = await Promise.all(
    channel
      .filter((one) => one.id === campaign.id || isRecent(one, now))
      .map(async (one) => ({
        one,
        conversations: await deps.store.conversations.ofCampaign(one.id),
      })),
  );
  const texts = await Promise.all(team.map((each) => recentTexts(deps, each, now)));
  const own = texts[team.findIndex(({ one }) => one.id === campaign.id)]!;
  const conversations = team.flatMap((each) => each.conversations);
  const deeds = conversations.flatMap((each) => deedsOf(each, now.getTime() - recentMs));
  const [oldest] = longestWaitingFirst(conversations);
  const openSince = open > 0 && oldest ? waitingSince(oldest) : null;
  const work = atWork(deeds, openSince === null ? null : Date.parse(openSince), now.getTime());
  const sized = sizeOfNext({
    limit: throttle.holdAbove,
    batchSize: throttle.batchSize,
    open,
    coming: foresightOf(habitOf(addMeasures(measuresOf(channel, now))))(
      own,
      texts.filter((one) => one !== own),
    ),
    ...work,
    promisedSeconds: answerWithinOf(campaign),
    isDeserted: isDeserted(campaign, deeds, openSince === null ? null : Date.parse(openSince), now),
  });
  return { ...sized, open, answering: work.answering };
}

/** The same where the campaign waits with a size to tell. */
export async function sizeToTell(deps: SizeDeps, campaign: Campaign, plan: BatchPlan | null): Promise<Sizing | null> {
  const isSized = plan?.kind === 'wait' && (plan.because === 'interval' || plan.because === 'no room');
  return isSized ? sizeNow(deps, campaign) : null;
}

/** Decides the size of the next batch once it is due, and again while it waits: batches that have begun keep theirs. */
export async function sizeBatch(deps: TickDeps, campaign: Campaign, now: Date): Promise<void> {
  const { throttle } = paceOf(campaign);
  if (throttle.pace !== 'team') return;
  const tally = await deps.store.recipients.tally(campaign.id);
  const batch = asCounted(tally.batch, campaign.restamped);
  if (batch && (now < nextBatchAt(throttle, batch.startedAt) || batch.taken < batchSizeOf(campaign, batch))) return;
  const found = await sizeNow(deps, campaign);
  if (!found) return;
  const { size, open, expected, answering, because } = found;
  const no = (batch?.no ?? 0) + 1;
  const before = batch ? sizeDecided(campaign, batch.no) : null;
  const isDeserted = because === 'nobody answers';
  const sized: Sized = { batch: no, size, open, expected, answering, before, ...(isDeserted && { isDeserted }) };
  const known = campaign.sized;
  if (known?.batch === no && known.size === size && known.isDeserted === sized.isDeserted) return;
  // Whoever was faster has changed what this rests on: the next tick decides again.
  if ((await deps.store.campaigns.save({ ...campaign, sized })) !== 'stale') deps.announcer.refresh(campaign.id);
}

async function recentTexts(
  { store }: SizeDeps,
  { one, conversations }: { one: Campaign; conversations: readonly Conversation[] },
  now: Date,
): Promise<RecentTexts> {
  const ages = await store.recipients.textedAgo(one.id, delayEnds, now);
  const { batch } = await store.recipients.tally(one.id);
  const rest = batch && one.status === 'running' ? Math.max(0, batchSizeOf(one, batch) - batch.taken) : 0;
  const next = one.status === 'running' && one.sized && one.sized.batch > (batch?.no ?? 0) ? one.sized.size : 0;
  const replied = conversations.filter(({ messages }) => messages.some(waitsForTeam)).length;
  return { ages, replied, leaving: rest + next };
}

function isRecent({ startedAt, endedAt }: Campaign, now: Date): boolean {
  return startedAt !== null && (endedAt === null || now.getTime() - Date.parse(endedAt) < recentMs);
}

/** For an hour of sending hours replies have been open, and nobody has handled any. */
function isDeserted(campaign: Campaign, deeds: readonly Deed[], openSinceMs: number | null, now: Date): boolean {
  if (openSinceMs === null) return false;
  const sinceMs = deeds.reduce((latest, { atMs }) => Math.max(latest, atMs), openSinceMs);
  const earliest = new Date(Math.min(sinceMs, now.getTime()));
  return openTimeUntil(hoursOf(campaign), { earliest, until: now })(earliest) >= hourMs;
}
