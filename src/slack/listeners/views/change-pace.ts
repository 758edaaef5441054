import { readChangePace, readReviewPace } from '../../ui/modals/change-pace.ts';
import { noticeModal } from '../../ui/modals/notice.ts';
import { readProposePace } from '../../ui/modals/propose-pace.ts';
import { shortName } from '../../ui/words/short-name.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';

/** The pace that somebody chose: whoever proposed a faster one learns that it waits. */
export function changePace({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, ...input } = readChangePace(view);
    const { campaign, isProposed } = await campaigns.changePace(campaignId, { ...input, by: personOf(body) });
    if (!isProposed) return ack();
    const text = `This is faster or looser than what was approved, so ${shortName(campaign)} goes on as it is until somebody else presses Review on its message and approves it.`;
    await ack({ response_action: 'update', view: noticeModal('Proposed', text) });
  };
}

/** The approver proposes another pace: it goes back with that. Also closes the review below. */
export function proposePace({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, ...input } = readProposePace(view);
    await campaigns.proposePace(campaignId, { ...input, by: personOf(body) });
    await ack({ response_action: 'clear' });
  };
}

/** The approver pressed "Approve", for exactly the pace that the window showed. */
export function approvePace({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, seen } = readReviewPace(view);
    await campaigns.approvePace(campaignId, { by: personOf(body), seen });
    await ack();
  };
}
