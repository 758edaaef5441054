import { readReviewView } from '../../ui/modals/review.ts';
import { readSendBackView } from '../../ui/modals/send-back.ts';
import { readConsentBoxes } from '../../ui/sections/consent-facts.ts';
import { readFolderBox } from '../../ui/sections/folder-box.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';

/** The approver pressed "Approve", for exactly what the review showed. */
export function approveCampaign({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, contentHash } = readReviewView(view);
    const boxes = { vouches: readFolderBox(view), ticked: readConsentBoxes(view) };
    await campaigns.approve(campaignId, { by: personOf(body), contentHash, ...boxes });
    await ack();
  };
}

/** The approver said what has to change. Also closes the review below. */
export function sendBackCampaign({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, reason, contentHash } = readSendBackView(view);
    await campaigns.sendBack(campaignId, { by: personOf(body), reason, contentHash });
    await ack({ response_action: 'clear' });
  };
}
