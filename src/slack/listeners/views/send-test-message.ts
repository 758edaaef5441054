import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { CampaignError } from '../../../domain/campaign-error.ts';
import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import { platformCode } from '../../api/slack-failure.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { previewModal } from '../../ui/modals/preview.ts';
import { readTestMessageView, testCodeModal } from '../../ui/modals/test-message.ts';
import { type ListenerDeps, type OnSubmit, personOf, submissionKey } from '../listener.ts';
import { orShowChanged } from '../or-show-changed.ts';

/** The author gave their own phone's number, or the code texted to it. */
export function sendTestMessage({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view, client }) => {
    const { campaignId, ...typed } = readTestMessageView(view);
    const by = personOf(body);
    const test = () => campaigns.sendTest(campaignId, { ...typed, by, key: submissionKey(view) });
    const done = await orShowChanged(test, {
      campaigns,
      campaignId,
      by,
      show: async (changed) => {
        await ack({ response_action: 'update', view: noticeModal('Nothing was sent', notThis) });
        if (view.previous_view_id) await show(client, view.previous_view_id, async () => changed);
      },
    });
    if (!done) return;
    const { kind, number, phone } = done;
    if (kind === 'code_sent') {
      const { contentHash } = typed;
      const about = { campaignId, phone, ...(contentHash && { contentHash }) };
      await ack({ response_action: 'update', view: testCodeModal(about, number) });
      return;
    }
    const where = maskPhoneNumber(number);
    const notice = noticeModal(
      'Test sent',
      `The test is on its way to ${where}. A direct message tells you when it has arrived, and shows you your answer.`,
    );
    await ack({ response_action: 'update', view: notice });
    const again = async () => previewModal(await campaigns.show(campaignId, by));
    if (view.previous_view_id) await show(client, view.previous_view_id, again);
  };
}

const notThis = 'This campaign was changed after you opened it. Close this window: the one below shows what it is now.';

/** Shows the sent tests in the preview below, unless it was closed or its draft is none any more. */
async function show(client: WebClient, viewId: string, preview: () => Promise<ModalView>): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view: await preview() });
  } catch (error) {
    if (!(error instanceof CampaignError) && platformCode(error) !== 'not_found') throw error;
  }
}
