import type { StaticSelectAction } from '@slack/bolt';
import { z } from 'zod';
import { nothingForeseen, outcomesOf } from '../../../domain/answering/answering.ts';
import { CampaignId } from '../../../domain/ids.ts';
import { views } from '../../ids.ts';
import { inModal } from '../../requests/errors.ts';
import { countedModal } from '../../ui/modals/answering/counted.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { onAction, onButton } from '../listener.ts';

const Shown = z.object({ campaignId: CampaignId, page: z.int().min(0) });

/** "Show" on the card of expected answers opens them one by one; "Next" and "Previous" turn the page there. */
export const showCounted = onButton(async ({ body, action, client, context, by }, { reports }) => {
  inModal(context);
  const value = readButtonValue(action.value);
  if (value.on !== 'counted') return;
  const view = countedModal(await reports.showCounted(value.campaignId, by), value.page);
  if (body.view?.callback_id === views.counted) await client.views.update({ view_id: body.view.id, view });
  else await client.views.open({ trigger_id: body.trigger_id, view });
});

/** An entry of "More" at one of them: somebody has to look after all, or it means another label. */
export const correctCounted = onAction<StaticSelectAction>(
  async ({ body, action, client, context, by }, { inbox, reports }) => {
    inModal(context);
    const value = readButtonValue(action.selected_option.value);
    if (value.on !== 'counted_person' || !body.view) return;
    const { campaignId, page } = Shown.parse(JSON.parse(body.view.private_metadata));
    const { campaign } = await reports.showCounted(campaignId, by);
    const label = value.label === null ? undefined : outcomesOf(campaign.answering ?? nothingForeseen)[value.label];
    const corrected =
      label === undefined
        ? await inbox.reopen(value.conversationId, by)
        : await inbox.setOutcome(value.conversationId, { label, by });
    const view = countedModal(await reports.showCounted(campaignId, by), page, corrected);
    await client.views.update({ view_id: body.view.id, view });
  },
);
