import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Tally } from '../../ports/recipients.ts';
import { note } from '../announcements.ts';
import type { TickDeps } from '../deps.ts';
import { changeCampaign } from './change-campaign.ts';

/** Names the people who may or may not have got the message, each once, whatever the cause. */
export async function tellUnconfirmed(deps: TickDeps, campaign: Campaign, tally: Tally, now: Date): Promise<void> {
  if (tally.counts.unconfirmed === 0) return;
  const page = await deps.store.recipients.page(campaign.id, { from: 0, limit: 10_000, state: 'unconfirmed' });
  const told = campaign.unconfirmedToldAt ?? '';
  const news = page.filter((recipient) => (recipient.changedAt ?? '') > told);
  if (news.length === 0) return;

  const moments = news.map(({ changedAt }) => changedAt ?? '').sort();
  const newest = moments.at(-1) ?? told;
  const causes = new Set(news.map((recipient) => recipient.reason ?? 'unknown'));
  await changeCampaign(deps, campaign.id, (current) =>
    current.unconfirmedToldAt !== campaign.unconfirmedToldAt
      ? undefined
      : {
          campaign: { ...current, unconfirmedToldAt: newest },
          announcements: [
            // Not before the newest of them: a decision for all on its card is about everybody up to then.
            note(current.id, new Date(Math.max(now.getTime(), Date.parse(newest))), {
              kind: 'unconfirmed',
              cause: [...causes].join(', '),
              nos: news.slice(0, 20).map((recipient) => recipient.no),
              count: news.length,
            }),
          ],
        },
  );
}
