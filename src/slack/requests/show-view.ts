import type { View } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { UserId } from '../../domain/ids.ts';
import { platformCode } from '../api/slack-failure.ts';
import { problemMessage } from '../ui/messages/problem.ts';
import { asWritten, type Message } from '../ui/parts/message.ts';

/** Replaces what an open modal shows. A person who closed it meanwhile gets `orSay` in a direct message, in these words or as it is. */
export async function showView(
  client: WebClient,
  show: { viewId: string; person: UserId; view: View; orSay: string | Message },
): Promise<void> {
  try {
    await client.views.update({ view_id: show.viewId, view: show.view });
  } catch (error) {
    if (platformCode(error) !== 'not_found') throw error;
    const said = typeof show.orSay === 'string' ? problemMessage(show.orSay) : show.orSay;
    await client.chat.postMessage({ channel: show.person, ...said, ...asWritten });
  }
}
