import type { Middleware, SlackViewMiddlewareArgs, ViewClosedAction } from '@slack/bolt';
import { readPlace } from '../../ui/modals/answering/answer-replies.ts';
import { type ListenerDeps, personOf } from '../listener.ts';

/** The window was closed: whoever lay before the agent is free again. */
export function closeAnswerReplies({ inbox }: ListenerDeps): Middleware<SlackViewMiddlewareArgs<ViewClosedAction>> {
  return async ({ ack, body, view }) => {
    await ack();
    await inbox.release(readPlace(view).conversationId, personOf(body));
  };
}
