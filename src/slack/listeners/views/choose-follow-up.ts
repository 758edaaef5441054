import { nameAfter } from '../../../domain/campaign/result.ts';
import { formInputOf } from '../../ui/modals/campaign-form.ts';
import { readFollowUpView } from '../../ui/modals/follow-up.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';
import { formFor } from './open-form.ts';

/** "Continue" there: the form of a new campaign to these people, with everything but a message. */
export function chooseFollowUp(deps: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const by = personOf(body);
    const { campaignId, result } = readFollowUpView(view);
    const { campaign, results } = await deps.campaigns.results(campaignId, by);
    const isMeant = (one: typeof result) => JSON.stringify(one) === JSON.stringify(result);
    const size = results.find((one) => isMeant(one.result))?.people ?? 0;
    const { message: _, ...input } = formInputOf(campaign);
    const form = await formFor(deps, by, {
      input: { ...input, name: nameAfter(campaign.name, ': follow-up'), start: '' },
      listFrom: { campaignId, result, size },
    });
    await ack({ response_action: 'update', view: form });
  };
}
