import { nameAfter } from '../../../domain/campaign/result.ts';
import { campaignFormModal, formInputOf } from '../../ui/modals/campaign-form.ts';
import { readFollowUpView } from '../../ui/modals/follow-up.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';

/** "Continue" there: the form of a new campaign to these people, with everything but a message. */
export function chooseFollowUp({ campaigns, senders }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, result } = readFollowUpView(view);
    const { campaign, results } = await campaigns.results(campaignId, personOf(body));
    const isMeant = (one: typeof result) => JSON.stringify(one) === JSON.stringify(result);
    const size = results.find((one) => isMeant(one.result))?.people ?? 0;
    const { message: _, ...input } = formInputOf(campaign);
    const form = campaignFormModal({
      input: { ...input, name: nameAfter(campaign.name, ': follow-up'), start: '' },
      senders,
      listFrom: { campaignId, result, size },
    });
    await ack({ response_action: 'update', view: form });
  };
}
