import type { App } from '@slack/bolt';
import { actions, commands, shortcuts, views } from '../ids.ts';
import { cancelCampaign, openCampaign, pauseCampaign, resumeCampaign } from './actions/campaign-message.ts';
import { chooseMore, decideConversation, openReply, showStrangers } from './actions/conversation-card.ts';
import { decideList } from './actions/decide-list.ts';
import { deleteDraft, editCampaign, openTestMessage, showMessages, usePlainCharacters } from './actions/preview.ts';
import { openReview, openSendBack } from './actions/review.ts';
import { correctCounted, showCounted } from './actions/show-counted.ts';
import { closeUnconfirmed, resolveUnconfirmed } from './actions/unconfirmed.ts';
import { smsCampaign } from './commands/sms-campaign.ts';
import type { ListenerDeps } from './listener.ts';
import { newCampaign } from './shortcuts/new-campaign.ts';
import { approveCampaign, sendBackCampaign } from './views/decide-review.ts';
import { keepMoreSettings, openMoreSettings } from './views/more-settings.ts';
import { sendReply } from './views/send-reply.ts';
import { sendTestMessage } from './views/send-test-message.ts';
import { submitCampaignForm } from './views/submit-campaign-form.ts';
import { submitForApproval } from './views/submit-for-approval.ts';

/** Which listener answers to which id. */
export function registerListeners(app: App, deps: ListenerDeps): void {
  app.command(commands.smsCampaign, smsCampaign(deps));
  app.shortcut(shortcuts.newCampaign, newCampaign(deps));

  app.view(views.campaignForm, submitCampaignForm(deps));
  app.view(views.moreSettings, keepMoreSettings(deps));
  app.view(views.preview, submitForApproval(deps));
  app.view(views.testMessage, sendTestMessage(deps));
  app.view(views.testCode, sendTestMessage(deps));
  app.view(views.review, approveCampaign(deps));
  app.view(views.sendBack, sendBackCampaign(deps));
  app.view(views.reply, sendReply(deps));

  app.action(actions.moreSettings, openMoreSettings(deps));
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
  app.action(actions.sendAgain, resolveUnconfirmed('release')(deps));
  app.action(actions.closeRecipient, resolveUnconfirmed('close')(deps));
  app.action(actions.closeRecipients, closeUnconfirmed(deps));
  app.action(actions.replyToPerson, openReply(deps));
  app.action(actions.handleConversation, decideConversation('handle')(deps));
  app.action(actions.optOutPerson, decideConversation('optOut')(deps));
  app.action(actions.keepTexting, decideConversation('keep')(deps));
  app.action(actions.moreOnPerson, chooseMore(deps));
  app.action(actions.showStrangers, showStrangers(deps));
  app.action(actions.showCounted, showCounted(deps));
  app.action(actions.previousCounted, showCounted(deps));
  app.action(actions.nextCounted, showCounted(deps));
  app.action(actions.correctCounted, correctCounted(deps));
  // A mere link button reports its click too, and Slack shows a warning sign unless that is acknowledged.
  app.action(/./, async ({ ack }) => ack());
}
