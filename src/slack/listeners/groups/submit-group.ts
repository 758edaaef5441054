import { showView } from '../../requests/show-view.ts';
import { checkGroupAnswerModal, readAnswerChoice, readCheckedAnswer } from '../../ui/modals/answering/answer-group.ts';
import { readCountLabel } from '../../ui/modals/answering/count-group.ts';
import { readGroupRef } from '../../ui/modals/answering/group.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { type ListenerDeps, type OnSubmit, personOf, submissionKey } from '../listener.ts';
import { isDoneSoon } from '../views/is-done-soon.ts';

/** "Preview" of an answer to all: what it comes to, pushed above the window in which it was written. */
export function previewAnswerAll({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view, client }) => {
    const by = personOf(body);
    const answer = readAnswerChoice(view);
    const work = inbox.previewAnswer(readGroupRef(view), { answer, by });
    if (await isDoneSoon(work)) {
      await ack({ response_action: 'push', view: checkGroupAnswerModal(await work, answer) });
      return;
    }
    await ack({ response_action: 'update', view: noticeModal('One moment', 'Looking at what it comes to…') });
    const orSay = 'Nothing was sent: you closed the window before the preview of your answer was ready.';
    await showView(client, { viewId: view.id, person: by, view: checkGroupAnswerModal(await work, answer), orSay });
  };
}

/** "Send to 12" or "Ask a colleague": the card goes on telling what became of it. */
export function sendAnswerAll({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { ref, ...checked } = readCheckedAnswer(view);
    await inbox.answerGroup(ref, { ...checked, key: submissionKey(view), by: personOf(body) });
    await ack({ response_action: 'clear' });
  };
}

/** "Count these", with what they are counted as. */
export function countThese({ inbox }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const work = inbox.countGroup(readGroupRef(view), { label: readCountLabel(view), by: personOf(body) });
    await isDoneSoon(work);
    await ack();
    await work;
  };
}
