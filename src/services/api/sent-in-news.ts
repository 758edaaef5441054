import { type ApiKey, keySentWith } from '../../domain/api-key.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { direct } from '../announcements.ts';
import type { Deps } from '../deps.ts';

type NewsDeps = Pick<Deps, 'store' | 'announcer' | 'clock'>;

/** Tells the author of what a key sent in why it waits for them: once for each campaign, also after a restart. */
export async function tellWhyDraft(
  { store, announcer, clock }: NewsDeps,
  { name }: ApiKey,
  { id, createdBy }: Campaign,
  why: string,
): Promise<void> {
  const text = `The key “${name}” sent a campaign in as yours. ${why}`;
  const told = await store.announcements.addOnce([`sent in ${id}`], [direct(createdBy, id, clock.now(), text)]);
  if (told) announcer.wake();
}

/** Tells the authors of campaigns that a former process stored and did not come to submit. For a start. */
export async function tellUnsubmitted(deps: NewsDeps): Promise<void> {
  for (const campaign of await deps.store.campaigns.list()) {
    if (campaign.status !== 'draft' || campaign.version !== 1) continue;
    const key = keyOf(deps, campaign);
    const why = 'Trickle stopped before it was submitted. It is a draft: look at it, and submit it.';
    if (key) await tellWhyDraft(deps, key, campaign, why);
  }
}

function keyOf({ store }: NewsDeps, campaign: Campaign): ApiKey | undefined {
  const id = keySentWith(campaign);
  return id === undefined ? undefined : store.apiKeys.get(id);
}
