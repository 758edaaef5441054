import type { Context } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { CampaignError } from '../../domain/campaign-error.ts';

/** What is known of one request of Slack's beside its body. It travels in Bolt's context, from the door to the listener and back. */
export type Interaction = {
  /** When Slack signed it, in seconds of Slack's clock; only of requests over HTTP. */
  signedAt?: number;
  /** How far the answer to it is; events have none. */
  acknowledgement?: { acknowledged: boolean };
  /** How the listener of a form that was already acknowledged shows it again, with the problem in it. */
  formAgain?: (problem: CampaignError) => ModalView;
  /** The button that was pressed opens a modal; so what keeps it from opening is said in one as well. */
  problemInModal?: boolean;
};

export function interactionOf(context: Context): Interaction {
  return context as Interaction;
}
