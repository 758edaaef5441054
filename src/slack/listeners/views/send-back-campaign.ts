import { readSendBackView } from '../../ui/modals/send-back.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';

/** The approver said what has to change. Also closes the review below. */
export function sendBackCampaign({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, reason, contentHash } = readSendBackView(view);
    await campaigns.sendBack(campaignId, { by: personOf(body), reason, contentHash });
    await ack({ response_action: 'clear' });
  };
}
