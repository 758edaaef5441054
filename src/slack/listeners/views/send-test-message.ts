import type { WebClient } from '@slack/web-api';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../../domain/ids.ts';
import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { platformCode } from '../../slack-failure.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { previewModal } from '../../ui/modals/preview.ts';
import { readTestMessageView, testCodeModal } from '../../ui/modals/test-message.ts';
import { type ListenerDeps, type OnSubmit, personOf, submissionKey } from '../listener.ts';

/** The author gave the number of their own phone, or the code that was texted to it. */
export function sendTestMessage({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view, client }) => {
    const { campaignId, ...typed } = readTestMessageView(view);
    const by = personOf(body);
    const { kind, number, phone } = await campaigns.sendTest(campaignId, { ...typed, by, key: submissionKey(view) });
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
    if (view.previous_view_id) await showAgain(client, view.previous_view_id, { campaigns, campaignId, by });
  };
}

/** The preview below says which tests were sent. Whoever has closed it meanwhile, or whose draft is none any more, needs none. */
async function showAgain(
  client: WebClient,
  viewId: string,
  { campaigns, campaignId, by }: Pick<ListenerDeps, 'campaigns'> & { campaignId: CampaignId; by: UserId },
): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view: previewModal(await campaigns.show(campaignId, by)) });
  } catch (error) {
    if (!(error instanceof CampaignError) && platformCode(error) !== 'not_found') throw error;
  }
}
