import type { Campaign } from '../../domain/campaign/campaign.ts';
import { paceOf } from '../../domain/campaign/pace-of.ts';
import { type Busy, busyIn, type OtherCampaign } from '../../domain/rehearsal/busy.ts';
import { delayEnds, type TeamMeasure } from '../../domain/rehearsal/measure.ts';
import { isLongOver, type TeamCampaign, type TeamLoad, teamLoad } from '../../domain/team/load.ts';
import type { ReadingDeps } from '../deps.ts';

/** The campaigns that post in the same channel, whose people answer them all; with the campaign itself. */
export async function campaignsOfTeam(
  { store }: Pick<ReadingDeps, 'store'>,
  { channel }: Pick<Campaign, 'channel'>,
): Promise<readonly Campaign[]> {
  return (await store.campaigns.list()).filter((one) => one.channel === channel);
}

/** What a team did longer ago says little of what it does now. */
const rememberedMs = 90 * 86_400_000;

/** How the team's campaigns of the last months were answered, one for each that was counted. */
export function measuresOf(team: readonly Campaign[], now: Date): TeamMeasure[] {
  return team.flatMap(({ measured, startedAt }) => {
    const isRecent = startedAt !== null && now.getTime() - Date.parse(startedAt) < rememberedMs;
    return measured && isRecent ? [measured.measure] : [];
  });
}

const hourMs = 3_600_000;
/** Later replies are few. */
const answeredWithinMs = 48 * hourMs;

/** What the team has before it besides a campaign that starts then: see `Busy`. */
export async function busyTeam(
  deps: Pick<ReadingDeps, 'store' | 'clock'>,
  campaign: Campaign,
  startAt: Date,
): Promise<Busy> {
  const now = deps.clock.now();
  const { replies: open } = await loadOfTeam(deps, campaign);
  const others: OtherCampaign[] = [];
  for (const one of await campaignsOfTeam(deps, campaign)) {
    const isOver = one.endedAt !== null && now.getTime() - Date.parse(one.endedAt) > answeredWithinMs;
    if (one.id === campaign.id || one.startedAt === null || isOver) continue;
    const { counts } = await deps.store.recipients.tally(one.id);
    const ages = await deps.store.recipients.textedAgo(one.id, delayEnds, now);
    others.push({ size: one.status === 'running' ? counts.queued : 0, throttle: paceOf(one).throttle, ages });
  }
  return busyIn(startAt.getTime() - now.getTime(), { open, others });
}

/** The open replies of the campaign's whole team, as they hold its next batch now. */
export async function loadOfTeam(
  { store, clock }: Pick<ReadingDeps, 'store' | 'clock'>,
  campaign: Campaign,
): Promise<TeamLoad> {
  return teamLoad(campaign, await waitingForTeam({ store, clock }, campaign), clock.now());
}

/** What waits for an answer and may hold a batch, by the campaigns of the team: each claim asks, so no others are read. */
export async function waitingForTeam(
  { store, clock }: Pick<ReadingDeps, 'store' | 'clock'>,
  campaign: Campaign,
): Promise<readonly TeamCampaign[]> {
  const now = clock.now();
  const team = (await campaignsOfTeam({ store }, campaign)).filter((one) => !isLongOver(one, now));
  return Promise.all(team.map(async (one) => ({ campaign: one, waiting: await store.conversations.waiting(one.id) })));
}
