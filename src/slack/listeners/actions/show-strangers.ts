import { directMessage } from '../../ui/messages/direct.ts';
import { strangersShown } from '../../ui/messages/strangers.ts';
import { asWritten } from '../../ui/parts/message.ts';
import { type ListenerDeps, type OnButton, personOf } from '../listener.ts';

/** "Show the next 10" of many people of no campaign: their cards follow in the channel. */
export function showStrangers({ inbox }: ListenerDeps): OnButton {
  return async ({ ack, body, respond }) => {
    await ack();
    const answer = directMessage(strangersShown(await inbox.showStrangers(personOf(body))), null);
    await respond({ ...answer, ...asWritten, response_type: 'ephemeral', replace_original: false });
  };
}
