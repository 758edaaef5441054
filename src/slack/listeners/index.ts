import type { App } from '@slack/bolt';
import { actions, anyNumbered, commands, events, shortcuts, views } from '../ids.ts';
import { cancelCampaign, openCampaign, pauseCampaign, resumeCampaign } from './actions/campaign-message.ts';
import { goOn, stopCanary } from './actions/canary.ts';
import { cancelReading } from './actions/cancel-reading.ts';
import { openChangePace, openProposePace, openReviewPace, usePace } from './actions/change-pace.ts';
import { chooseMore, decideConversation, openReply, showOne, showStrangers } from './actions/conversation-card.ts';
import { copyCampaign, openFollowUp } from './actions/copy-campaign.ts';
import { decideList } from './actions/decide-list.ts';
import {
  addToText,
  deleteDraft,
  editCampaign,
  openTestMessage,
  showMessages,
  showRules,
  useBetterPace,
  usePlainCharacters,
} from './actions/preview.ts';
import { openReview, openSendBack } from './actions/review.ts';
import { openSendAnyway } from './actions/send-anyway.ts';
import { correctCounted, showCounted } from './actions/show-counted.ts';
import { closeUnconfirmed, resolveUnconfirmed } from './actions/unconfirmed.ts';
import { replaceMessage, useEarlierMessage } from './actions/use-earlier-message.ts';
import { answerReplies, answerThese } from './answering/answer-replies.ts';
import { closeAnswerReplies } from './answering/close-answer-replies.ts';
import { openPassReply, showHistory, showNumber } from './answering/look-closer.ts';
import { passReply } from './answering/pass-reply.ts';
import { releaseReplies } from './answering/release-replies.ts';
import { sendAndNext } from './answering/send-and-next.ts';
import { handleReply, keepWriter, optOutWriter, sendCanned, skipReply } from './answering/turn-buttons.ts';
import { smsCampaign } from './commands/sms-campaign.ts';
import {
  decideProposed,
  handleAll,
  openAnswerAll,
  openCountThese,
  showGroup,
  stopCounting,
} from './groups/press-group.ts';
import { countThese, previewAnswerAll, sendAnswerAll } from './groups/submit-group.ts';
import { createHomeTab } from './home/show-home.ts';
import type { ListenerDeps } from './listener.ts';
import { newCampaign, newCampaignAtHome } from './shortcuts/new-campaign.ts';
import { textThesePeople } from './shortcuts/text-these-people.ts';
import { approvePace, changePace, proposePace } from './views/change-pace.ts';
import { chooseFollowUp } from './views/choose-follow-up.ts';
import { approveCampaign, sendBackCampaign } from './views/decide-review.ts';
import { optOutFromCard, passFromCard, setOutcomeFromCard, setWhereTheyLive } from './views/from-card.ts';
import { openHowTheyAgreed, sayHowTheyAgreed } from './views/how-they-agreed.ts';
import { importOptOuts } from './views/import-opt-outs.ts';
import { keepMoreSettings, openMoreSettings } from './views/more-settings.ts';
import { sendAnyway } from './views/send-anyway.ts';
import { sendCannedReply, sendReply } from './views/send-reply.ts';
import { sendTestMessage } from './views/send-test-message.ts';
import { submitCampaignForm } from './views/submit-campaign-form.ts';
import { submitForApproval } from './views/submit-for-approval.ts';

export { tellUnfinished } from './views/tell-unfinished.ts';

/** Which listener answers to which id. */
export function registerListeners(app: App, deps: ListenerDeps): void {
  const homeTab = createHomeTab(deps);
  app.use(homeTab.refresh);
  app.event(events.homeOpened, homeTab.open);
  app.command(commands.smsCampaign, smsCampaign(deps));
  app.shortcut(shortcuts.newCampaign, newCampaign(deps));
  app.shortcut({ callback_id: shortcuts.textThesePeople, type: 'message_action' }, textThesePeople(deps));

  app.view(views.campaignForm, submitCampaignForm(deps));
  app.view(views.moreSettings, keepMoreSettings(deps));
  app.view(views.preview, submitForApproval(deps));
  app.view(views.howTheyAgreed, sayHowTheyAgreed(deps));
  app.view(views.testMessage, sendTestMessage(deps));
  app.view(views.testCode, sendTestMessage(deps));
  app.view(views.review, approveCampaign(deps));
  app.view(views.sendBack, sendBackCampaign(deps));
  app.view(views.reply, sendReply(deps));
  app.view(views.cardOptOut, optOutFromCard(deps));
  app.view(views.cardPass, passFromCard(deps));
  app.view(views.cardOutcome, setOutcomeFromCard(deps));
  app.view(views.livesElsewhere, setWhereTheyLive(deps));
  app.view(views.answerReplies, sendAndNext(deps));
  app.view({ callback_id: views.answerReplies, type: 'view_closed' }, closeAnswerReplies(deps));
  app.view(views.sendAnyway, sendAnyway(deps));
  app.view(views.changePace, changePace(deps));
  app.view(views.reviewPace, approvePace(deps));
  app.view(views.proposePace, proposePace(deps));
  app.view(views.importOptOuts, importOptOuts(deps));
  app.view(views.followUp, chooseFollowUp(deps));
  app.view(views.passReply, passReply(deps));

  app.action(actions.moreSettings, openMoreSettings(deps));
  app.action(actions.useEarlierMessage, useEarlierMessage(deps));
  app.action(actions.replaceMessage, replaceMessage(deps));
  app.view(views.answerGroup, previewAnswerAll(deps));
  app.view(views.checkGroupAnswer, sendAnswerAll(deps));
  app.view(views.countGroup, countThese(deps));

  app.action(actions.answerAll, openAnswerAll(deps));
  app.action(actions.handleAll, handleAll(deps));
  app.action(actions.showGroup, showGroup(deps));
  app.action(actions.previousInGroup, showGroup(deps));
  app.action(actions.nextInGroup, showGroup(deps));
  app.action(actions.countThese, openCountThese(deps));
  app.action(actions.stopCounting, stopCounting(deps));
  app.action(actions.sendProposed, decideProposed('releaseAnswer')(deps));
  app.action(actions.withdrawProposed, decideProposed('withdrawAnswer')(deps));
  app.action(actions.editCampaign, editCampaign(deps));
  app.action(actions.sendTest, openTestMessage(deps));
  app.action(actions.howTheyAgreed, openHowTheyAgreed(deps));
  app.action(actions.usePlainCharacters, usePlainCharacters(deps));
  app.action(actions.addWayOut, addToText('way_out')(deps));
  app.action(actions.addName, addToText('name')(deps));
  app.action(actions.showMessages, showMessages(deps));
  app.action(actions.showRules, showRules(deps));
  app.action(actions.previousMessages, showMessages(deps));
  app.action(actions.nextMessages, showMessages(deps));
  app.action(actions.decideList, decideList(deps));
  app.action(actions.reviewCampaign, openReview(deps));
  app.action(actions.sendBack, openSendBack(deps));
  app.action(actions.cancelReading, cancelReading(deps));
  app.action(actions.openCampaign, openCampaign(deps));
  app.action(actions.deleteDraft, deleteDraft(deps));
  app.action(actions.pauseCampaign, pauseCampaign(deps));
  app.action(actions.resumeCampaign, resumeCampaign(deps));
  app.action(actions.sendAnyway, openSendAnyway(deps));
  app.action(actions.changePace, openChangePace(deps));
  app.action(actions.reviewPace, openReviewPace(deps));
  app.action(actions.proposePace, openProposePace(deps));
  app.action(actions.usePace, usePace(deps));
  app.action(actions.useBetterPace, useBetterPace(deps));
  app.action(actions.goOn, goOn(deps));
  app.action(actions.stopCanary, stopCanary(deps));
  app.action(actions.cancelCampaign, cancelCampaign(deps));
  app.action(actions.sendAgain, resolveUnconfirmed('release')(deps));
  app.action(actions.closeRecipient, resolveUnconfirmed('close')(deps));
  app.action(actions.closeRecipients, closeUnconfirmed(deps));
  app.action(actions.replyToPerson, openReply(deps));
  app.action(actions.handleConversation, decideConversation('handle')(deps));
  app.action(actions.optOutPerson, decideConversation('optOut')(deps));
  app.action(actions.keepTexting, decideConversation('keep')(deps));
  app.action(actions.moreOnPerson, chooseMore(deps));
  app.action(actions.showOne, showOne(deps));
  app.action(actions.showStrangers, showStrangers(deps));
  app.action(actions.showCounted, showCounted(deps));
  app.action(actions.previousCounted, showCounted(deps));
  app.action(actions.nextCounted, showCounted(deps));
  app.action(actions.correctCounted, correctCounted(deps));
  app.action(actions.answerReplies, answerReplies(deps));
  app.action(actions.answerThese, answerThese(deps));
  app.action(actions.handleReply, handleReply(deps));
  app.action(anyNumbered.sendCanned, sendCanned(deps));
  app.action(anyNumbered.sendCannedReply, sendCannedReply(deps));
  app.action(actions.skipReply, skipReply(deps));
  app.action(actions.optOutWriter, optOutWriter(deps));
  app.action(actions.keepWriter, keepWriter(deps));
  app.action(actions.passReply, openPassReply(deps));
  app.action(actions.showNumber, showNumber(deps));
  app.action(actions.showHistory, showHistory(deps));
  app.action(actions.releaseReplies, releaseReplies(deps));
  app.action(actions.copyCampaign, copyCampaign(deps));
  app.action(actions.followUp, openFollowUp(deps));
  app.action(actions.newCampaign, newCampaignAtHome(deps));
  // A mere link button reports its click too, and Slack shows a warning sign unless that is acknowledged.
  app.action(/./, async ({ ack }) => ack());
}
