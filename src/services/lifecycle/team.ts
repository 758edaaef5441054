import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { TeamMeasure } from '../../domain/rehearsal/measure.ts';
import { type TeamLoad, teamLoad } from '../../domain/team/load.ts';
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

/** The open replies of the campaign's whole team, as they hold its next batch now. */
export async function loadOfTeam(
  { store, clock }: Pick<ReadingDeps, 'store' | 'clock'>,
  campaign: Campaign,
): Promise<TeamLoad> {
  const team = await Promise.all(
    (await campaignsOfTeam({ store }, campaign)).map(async (one) => ({
      campaign: one,
      waiting: await store.conversations.waiting(one.id),
    })),
  );
  return teamLoad(campaign, team, clock.now());
}
