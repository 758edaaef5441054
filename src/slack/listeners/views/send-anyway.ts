import { readSendAnyway } from '../../ui/modals/send-anyway.ts';
import { type ListenerDeps, type OnSubmit, personOf } from '../listener.ts';

/** Somebody said why the next batch cannot wait for answers. */
export function sendAnyway({ campaigns }: ListenerDeps): OnSubmit {
  return async ({ ack, body, view }) => {
    const { campaignId, ...input } = readSendAnyway(view);
    await campaigns.sendAnyway(campaignId, { ...input, by: personOf(body) });
    await ack();
  };
}
