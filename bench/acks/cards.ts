import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import { type MessageShown, showMessage } from '../../playground/slack/people/shown.ts';

/** Every message with buttons, without its thread. */
export function cardsOf({ state }: LocalSlack): MessageShown[] {
  return state.messages
    .filter(({ blocks }) => blocks?.some(({ type }) => type === 'actions'))
    .map((message) => showMessage({ ...state, messages: [message] }, message));
}
