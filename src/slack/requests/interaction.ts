import type { Context } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { CampaignError } from '../../domain/campaign-error.ts';

/** What is known of a request of Slack's besides its body. Travels in Bolt's context from the door to the listener and back. */
export type Interaction = {
  /** When Slack signed it, in seconds of Slack's clock; only over HTTP. */
  signedAt?: number;
  /** How far its answer is; events have none. */
  acknowledgement?: { acknowledged: boolean };
  /** How the listener of a form shows it again, with the problem in it; `isReplaced`: the form has made way for another view. */
  formAgain?: (problem: CampaignError, isReplaced: boolean) => ModalView;
  /** The pressed button opens a modal, so what keeps it from opening is said in one too. */
  problemInModal?: boolean;
};

export function interactionOf(context: Context): Interaction {
  return context as Interaction;
}
