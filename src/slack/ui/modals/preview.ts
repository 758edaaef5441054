import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isNeverSubmitted } from '../../../domain/campaign/campaign-shelf.ts';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { actions, views } from '../../ids.ts';
import { button, buttons } from '../parts/button.ts';
import { lines, richText } from '../parts/sentence.ts';
import { answeringFacts } from '../sections/answering-facts.ts';
import { campaignFacts, showMessagesButton } from '../sections/campaign-facts.ts';
import { consentFacts } from '../sections/consent-facts.ts';
import { deleteDraftButton } from '../sections/draft-buttons.ts';
import { folderField } from '../sections/folder-box.ts';
import { listQuestions } from '../sections/list-questions.ts';
import { looserFacts, placeFacts, showRulesButton } from '../sections/rules/place-facts.ts';
import { addButtons } from '../sections/rules/text-problems.ts';
import { usePaceButton } from '../sections/use-pace-button.ts';
import { readSeenContent, type SeenContent, writeSeenContent } from './seen-content.ts';

/** What the author sees before submitting; `problem`: why what they pressed in an older one was not done. */
export function previewModal(preview: Preview, problem?: string): ModalView {
  const { campaign, contentHash, folder } = preview;
  const add = addButtons(preview);
  const row = buttons([
    button({ label: 'Send test to me', action: actions.sendTest, value: campaign.id }),
    button({ label: 'Edit', action: actions.editCampaign, value: campaign.id }),
    button({ label: 'How they agreed', action: actions.howTheyAgreed, value: campaign.id }),
    showMessagesButton(campaign),
    showRulesButton(campaign),
    campaign.segments.plainer
      ? button({ label: 'Use plain characters', action: actions.usePlainCharacters, value: campaign.id })
      : null,
    usePaceButton(campaign),
    deleteDraftButton(campaign),
  ]);
  return {
    type: 'modal',
    callback_id: views.preview,
    private_metadata: writeSeenContent({ campaignId: campaign.id, contentHash, version: campaign.version }),
    title: { type: 'plain_text', text: 'Check your campaign', emoji: false },
    submit: { type: 'plain_text', text: 'Submit for approval', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      ...(problem === undefined ? [] : [richText(lines([{ bold: problem }]))]),
      ...(folder?.authorMayAnswer ? folderField(folder, campaign.zone, { optional: true }) : []),
      ...(add ? [add] : []),
      ...listQuestions(campaign.list),
      ...campaignFacts(preview),
      ...placeFacts(preview),
      ...looserFacts(preview),
      ...consentFacts(preview),
      ...answeringFacts(preview),
      ...(row ? [row] : []),
      richText(
        lines([
          `Closing keeps it${isNeverSubmitted(campaign) ? ' a week' : ''}: `,
          { code: `/sms-campaign status ${campaign.id}` },
          '.',
        ]),
      ),
    ],
  };
}

export function readPreviewView(view: Pick<ViewOutput, 'private_metadata'>): SeenContent {
  return readSeenContent(view);
}
