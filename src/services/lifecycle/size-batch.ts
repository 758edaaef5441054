import type { Campaign } from '../../domain/campaign/campaign.ts';
import { answerWithinOf, batchSizeOf, hoursOf, paceOf, sizeDecided } from '../../domain/campaign/pace-of.ts';
import { canaryLeft } from '../../domain/pace/canary.ts';
import { openTimeUntil } from '../../domain/pace/open-time.ts';
import { sendingWindow } from '../../domain/pace/sending-hours.ts';
import { sizeOfNext, type TeamSize } from '../../domain/pace/team-pace.ts';
import { asCounted, type BatchPlan, nextBatchAt, type Sized } from '../../domain/pace/throttle.ts';
import { foresightOf, habitOf, type RecentTexts } from '../../domain/rehearsal/coming.ts';
import { addMeasures, delayEnds } from '../../domain/rehearsal/measure.ts';
import { atWork, type Deed, dealtWith, watchedMs } from '../../domain/team/at-work.ts';
import { openSinceMs, teamLoad } from '../../domain/team/load.ts';
import { createTurns } from '../../domain/turns.ts';
import type { ReadingDeps, TickDeps } from '../deps.ts';
import { campaignsOfTeam, measuresOf, waitingForTeam } from './team.ts';

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
  const channel = await campaignsOfTeam(deps, campaign);
  const waiting = await waitingForTeam(deps, campaign);
  const { replies: open } = teamLoad(campaign, waiting, now);
  const sinceMs = openSinceMs(waiting, now);

  const recent = channel.filter((one) => one.id === campaign.id || isRecent(one, now));
  const lately: Lately[] = [];
  const texts: RecentTexts[] = [];
  // One after the other: together they would not give others their turn.
  for (const one of recent) {
    const its = await happenedLately(deps, one, now);
    lately.push(its);
    texts.push(await recentTexts(deps, one, its.replied, now));
  }
  const own = texts[recent.findIndex(({ id }) => id === campaign.id)]!;
  const work = atWork(
    lately.flatMap(({ deeds }) => deeds),
    sinceMs,
    now.getTime(),
  );
  const lastDeedMs = lately.reduce((latest, one) => Math.max(latest, one.lastDeedMs), Number.NEGATIVE_INFINITY);
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
    isDeserted: isDeserted(campaign, { lastDeedMs, openSinceMs: sinceMs }, now),
  });
  return { ...sized, open, answering: work.answering };
}

/** The same where the campaign waits with a size to tell. */
export async function sizeToTell(deps: SizeDeps, campaign: Campaign, plan: BatchPlan | null): Promise<Sizing | null> {
  const isSized = plan?.kind === 'wait' && (plan.because === 'interval' || plan.because === 'no room');
  return isSized ? sizeNow(deps, campaign) : null;
}

/** Decides the size of the next batch once it is due and may leave, and again while it waits: batches that have begun keep theirs. */
export async function sizeBatch(deps: TickDeps, campaign: Campaign, now: Date): Promise<void> {
  const { throttle } = paceOf(campaign);
  if (throttle.pace !== 'team') return;
  const hours = hoursOf(campaign);
  if (hours && sendingWindow(hours, now).opensAt > now) return;
  const tally = await deps.store.recipients.tally(campaign.id);
  if (canaryLeft(campaign, tally.counts) === 0) return;
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

const turnsEvery = 1_000;

type Lately = { deeds: readonly Deed[]; lastDeedMs: number; replied: number };

/** Of a hundred thousand conversations too, without keeping the rest of the program waiting. */
async function happenedLately({ store }: SizeDeps, { id }: Campaign, now: Date): Promise<Lately> {
  const turns = createTurns();
  const deeds: Deed[] = [];
  let [lastDeedMs, replied] = [Number.NEGATIVE_INFINITY, 0];
  for (const [no, conversation] of (await store.conversations.ofCampaign(id)).entries()) {
    if (no % turnsEvery === turnsEvery - 1 && turns.areDue()) await turns.give();
    const dealt = dealtWith(conversation);
    if (dealt.hasReply) replied += 1;
    for (const deed of dealt.deeds) {
      lastDeedMs = Math.max(lastDeedMs, deed.atMs);
      if (deed.atMs > now.getTime() - watchedMs) deeds.push(deed);
    }
  }
  return { deeds, lastDeedMs, replied };
}

async function recentTexts({ store }: SizeDeps, one: Campaign, replied: number, now: Date): Promise<RecentTexts> {
  const ages = await store.recipients.textedAgo(one.id, delayEnds, now);
  const { batch } = await store.recipients.tally(one.id);
  const rest = batch && one.status === 'running' ? Math.max(0, batchSizeOf(one, batch) - batch.taken) : 0;
  const next = one.status === 'running' && one.sized && one.sized.batch > (batch?.no ?? 0) ? one.sized.size : 0;
  return { ages, replied, leaving: rest + next };
}

function isRecent({ startedAt, endedAt }: Campaign, now: Date): boolean {
  return startedAt !== null && (endedAt === null || now.getTime() - Date.parse(endedAt) < recentMs);
}

/** For an hour of sending hours replies have been open, and nobody has handled any. */
function isDeserted(
  campaign: Campaign,
  { lastDeedMs, openSinceMs }: { lastDeedMs: number; openSinceMs: number | null },
  now: Date,
): boolean {
  if (openSinceMs === null) return false;
  const earliest = new Date(Math.min(Math.max(lastDeedMs, openSinceMs), now.getTime()));
  return openTimeUntil(hoursOf(campaign), { earliest, until: now })(earliest) >= hourMs;
}
