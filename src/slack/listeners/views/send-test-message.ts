import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { readTestMessageView, testCodeModal } from '../../ui/modals/test-message.ts';
import { type ListenerDeps, type OnSubmit, personOf, submissionKey } from '../listener.ts';

/** The author gave the number of their own phone, or the code that was texted to it. */
export function sendTestMessage({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, ...typed } = readTestMessageView(view);
    const wish = { ...typed, by: personOf(body), key: submissionKey(view) };
    const { kind, number, phone } = await campaigns.sendTest(campaignId, wish);
    if (kind === 'code_sent') {
      await ack({ response_action: 'update', view: testCodeModal(campaignId, phone, number) });
      return;
    }
    const where = maskPhoneNumber(number);
    const notice = noticeModal(
      'Test sent',
      `The test is on its way to ${where}. A direct message tells you when it has arrived, and what you answer to it.`,
    );
    await ack({ response_action: 'update', view: notice });
  };
}
