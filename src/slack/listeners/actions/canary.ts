import type { CampaignId } from '../../../domain/ids.ts';
import { onButton } from '../listener.ts';

/** "Go on" after the first people: the others get it too. Its thread and its message say so. */
export const goOn = onButton(async ({ by, action }, { campaigns }) => {
  await campaigns.goOn(action.value as CampaignId, by);
});

/** "Stop", after a question: nobody else gets it. */
export const stopCanary = onButton(async ({ by, action }, { campaigns }) => {
  await campaigns.stopCanary(action.value as CampaignId, by);
});
