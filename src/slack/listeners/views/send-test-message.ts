import { noticeModal } from '../../ui/modals/notice.ts';
import { readTestMessageView } from '../../ui/modals/test-message.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';

/** The author gave the number of their own phone. */
export function sendTestMessage({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, to } = readTestMessageView(view);
    await campaigns.sendTest(campaignId, { to, by: personOf(body) });
    const notice = noticeModal(
      'Test sent',
      'The test message is on its way to your phone. Close this window to go on.',
    );
    await ack({ response_action: 'update', view: notice });
  };
}
