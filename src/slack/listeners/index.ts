import type { App } from '@slack/bolt';
import { actions, commands, shortcuts, views } from '../ids.ts';
import { chooseMore } from './actions/choose-more.ts';
import { closeUnconfirmed } from './actions/close-unconfirmed.ts';
import { decideConversation } from './actions/decide-conversation.ts';
import { decideList } from './actions/decide-list.ts';
import { deleteDraft } from './actions/delete-draft.ts';
import { editCampaign } from './actions/edit-campaign.ts';
import { openCampaign } from './actions/open-campaign.ts';
import { openReply } from './actions/open-reply.ts';
import { openReview } from './actions/open-review.ts';
import { openSendBack } from './actions/open-send-back.ts';
import { openTestMessage } from './actions/open-test-message.ts';
import { resolveUnconfirmed } from './actions/resolve-unconfirmed.ts';
import { showMessages } from './actions/show-messages.ts';
import { showStrangers } from './actions/show-strangers.ts';
import { cancelCampaign, pauseCampaign, resumeCampaign } from './actions/steer-campaign.ts';
import { usePlainCharacters } from './actions/use-plain-characters.ts';
import { smsCampaign } from './commands/sms-campaign.ts';
import type { ListenerDeps } from './listener.ts';
import { newCampaign } from './shortcuts/new-campaign.ts';
import { approveCampaign } from './views/approve-campaign.ts';
import { sendBackCampaign } from './views/send-back-campaign.ts';
import { sendReply } from './views/send-reply.ts';
import { sendTestMessage } from './views/send-test-message.ts';
import { submitCampaignForm } from './views/submit-campaign-form.ts';
import { submitForApproval } from './views/submit-for-approval.ts';

/** Which listener answers to which id. */
export function registerListeners(app: App, deps: ListenerDeps): void {
  app.command(commands.smsCampaign, smsCampaign(deps));
  app.shortcut(shortcuts.newCampaign, newCampaign(deps));

  app.view(views.campaignForm, submitCampaignForm(deps));
  app.view(views.preview, submitForApproval(deps));
  app.view(views.testMessage, sendTestMessage(deps));
  app.view(views.testCode, sendTestMessage(deps));
  app.view(views.review, approveCampaign(deps));
  app.view(views.sendBack, sendBackCampaign(deps));
  app.view(views.reply, sendReply(deps));

  app.action(actions.editCampaign, editCampaign(deps));
  app.action(actions.sendTest, openTestMessage(deps));
  app.action(actions.usePlainCharacters, usePlainCharacters(deps));
  app.action(actions.showMessages, showMessages(deps));
  app.action(actions.previousMessages, showMessages(deps));
  app.action(actions.nextMessages, showMessages(deps));
  app.action(actions.decideList, decideList(deps));
  app.action(actions.reviewCampaign, openReview(deps));
  app.action(actions.sendBack, openSendBack(deps));
  app.action(actions.openCampaign, openCampaign(deps));
  app.action(actions.deleteDraft, deleteDraft(deps));
  app.action(actions.pauseCampaign, pauseCampaign(deps));
  app.action(actions.resumeCampaign, resumeCampaign(deps));
  app.action(actions.cancelCampaign, cancelCampaign(deps));
  app.action(actions.sendAgain, resolveUnconfirmed(deps, 'release'));
  app.action(actions.closeRecipient, resolveUnconfirmed(deps, 'close'));
  app.action(actions.closeRecipients, closeUnconfirmed(deps));
  app.action(actions.replyToPerson, openReply(deps));
  app.action(actions.handleConversation, decideConversation(deps, 'handle'));
  app.action(actions.optOutPerson, decideConversation(deps, 'optOut'));
  app.action(actions.keepTexting, decideConversation(deps, 'keep'));
  app.action(actions.moreOnPerson, chooseMore(deps));
  app.action(actions.showStrangers, showStrangers(deps));
  // A mere link button reports its click too, and Slack shows a warning sign unless that is acknowledged.
  app.action(/./, async ({ ack }) => ack());
}
