import type { GroupRef } from '../../../services/replies/groups/need-group.ts';
import { views } from '../../ids.ts';
import { inModal } from '../../requests/errors.ts';
import { answerGroupModal } from '../../ui/modals/answering/answer-group.ts';
import { countGroupModal } from '../../ui/modals/answering/count-group.ts';
import { groupModal } from '../../ui/modals/answering/group.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { onButton } from '../listener.ts';

/** "Show" on a group's card lists who is in it; "Next" and "Previous" turn the page there. */
export const showGroup = onButton(async ({ body, action, client, context, by }, { inbox }) => {
  inModal(context);
  const { ref, page } = pressed(action.value);
  const view = groupModal(await inbox.showGroup(ref, by), page);
  if (body.view?.callback_id === views.group) await client.views.update({ view_id: body.view.id, view });
  else await client.views.open({ trigger_id: body.trigger_id, view });
});

/** "Answer all": the window to write or choose the answer. */
export const openAnswerAll = onButton(async ({ body, action, client, context, by }, { inbox }) => {
  inModal(context);
  const view = answerGroupModal(await inbox.showGroup(pressed(action.value).ref, by));
  await client.views.open({ trigger_id: body.trigger_id, view });
});

/** "Count these": the window to say as what. */
export const openCountThese = onButton(async ({ body, action, client, context, by }, { inbox }) => {
  inModal(context);
  const view = countGroupModal(await inbox.checkCounter(pressed(action.value).ref, by));
  await client.views.open({ trigger_id: body.trigger_id, view });
});

/** "All handled", after Slack asked whether they are sure. */
export const handleAll = onButton(({ action, by }, { inbox }) => inbox.handleGroup(pressed(action.value).ref, by));

/** "Undo" beside what a group is counted as. */
export const stopCounting = onButton(({ action, by }, { inbox }) => inbox.stopCounting(pressed(action.value).ref, by));

/** "Send to 57" and "Withdraw" at an answer that waits for a colleague. */
export const decideProposed = (wish: 'releaseAnswer' | 'withdrawAnswer') =>
  onButton(async ({ action, by }, { inbox }) => {
    const value = readButtonValue(action.value);
    if (value.on !== 'proposed') return;
    const { campaignId, says, answerId } = value;
    await inbox[wish]({ campaignId, says }, answerId, by);
  });

function pressed(text: string | undefined): { ref: GroupRef; page: number } {
  const value = readButtonValue(text);
  if (value.on !== 'group') throw new Error(`This button is about a ${value.on}, not about a group.`);
  return { ref: { campaignId: value.campaignId, says: value.says }, page: value.page ?? 0 };
}
