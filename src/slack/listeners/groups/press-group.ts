import type { GroupRef } from '../../../services/replies/groups/need-group.ts';
import { views } from '../../ids.ts';
import { inModal } from '../../requests/errors.ts';
import { answerGroupModal } from '../../ui/modals/answering/answer-group.ts';
import { countGroupModal } from '../../ui/modals/answering/count-group.ts';
import { groupModal } from '../../ui/modals/answering/group.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Show" on a group's card lists who is in it; "Next" and "Previous" turn the page there. */
export function showGroup({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client, context }) => {
    await ack();
    inModal(context);
    const { ref, page } = pressed(action.value);
    const view = groupModal(await inbox.showGroup(ref, personOf(body)), page);
    if (body.view?.callback_id === views.group) await client.views.update({ view_id: body.view.id, view });
    else await client.views.open({ trigger_id: body.trigger_id, view });
  };
}

/** "Answer all": the window to write or choose the answer. */
export function openAnswerAll({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client, context }) => {
    await ack();
    inModal(context);
    const known = await inbox.showGroup(pressed(action.value).ref, personOf(body));
    await client.views.open({ trigger_id: body.trigger_id, view: answerGroupModal(known) });
  };
}

/** "Count these": the window to say as what. */
export function openCountThese({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action, client, context }) => {
    await ack();
    inModal(context);
    const known = await inbox.checkCounter(pressed(action.value).ref, personOf(body));
    await client.views.open({ trigger_id: body.trigger_id, view: countGroupModal(known) });
  };
}

/** "All handled", after Slack asked whether they are sure. */
export function handleAll({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    await inbox.handleGroup(pressed(action.value).ref, personOf(body));
  };
}

/** "Undo" beside what a group is counted as. */
export function stopCounting({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    await inbox.stopCounting(pressed(action.value).ref, personOf(body));
  };
}

/** "Send to 57" and "Withdraw" at an answer that waits for a colleague. */
export function decideProposed({ inbox }: ListenerDeps, wish: 'releaseAnswer' | 'withdrawAnswer'): OnButton {
  return async ({ ack, body, action }) => {
    await ack();
    const value = readButtonValue(action.value);
    if (value.on !== 'proposed') return;
    const { campaignId, says, answerId } = value;
    await inbox[wish]({ campaignId, says }, answerId, personOf(body));
  };
}

function pressed(text: string | undefined): { ref: GroupRef; page: number } {
  const value = readButtonValue(text);
  if (value.on !== 'group') throw new Error(`This button is about a ${value.on}, not about a group.`);
  return { ref: { campaignId: value.campaignId, says: value.says }, page: value.page ?? 0 };
}
