import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { actions, views } from '../../ids.ts';
import { button, buttons } from '../parts/button.ts';
import { lines, richText, type Sentence } from '../parts/sentence.ts';
import { writeSuggested } from '../parts/suggested-pace.ts';
import { answeringFacts } from '../sections/answering-facts.ts';
import { campaignFacts, showMessagesButton } from '../sections/campaign-facts.ts';
import { consentBoxes, consentFacts } from '../sections/consent-facts.ts';
import { whatChanged } from '../sections/differences.ts';
import { folderField } from '../sections/folder-box.ts';
import { looserFacts, placeFacts, showRulesButton } from '../sections/rules/place-facts.ts';
import { people } from '../words/number-words.ts';
import { readSeenContent, type SeenContent, writeSeenContent } from './seen-content.ts';

/** What the approver sees: the author's facts, all of them. */
export function reviewModal(preview: Preview): ModalView {
  const { campaign, contentHash } = preview;
  const row = buttons([
    button({ label: 'Send back', action: actions.sendBack, value: campaign.id }),
    button({ label: 'Propose another pace', action: actions.proposePace, value: writeSuggested(preview) }),
    showMessagesButton(campaign),
    showRulesButton(campaign),
  ]);
  return {
    type: 'modal',
    callback_id: views.review,
    private_metadata: writeSeenContent({ campaignId: campaign.id, contentHash }),
    title: { type: 'plain_text', text: 'Review campaign', emoji: false },
    submit: { type: 'plain_text', text: 'Approve', emoji: false },
    close: { type: 'plain_text', text: 'Not now', emoji: false },
    blocks: [
      ...folderField(preview.folder, campaign.zone),
      ...whatChanged(preview),
      ...campaignFacts(preview),
      ...placeFacts(preview),
      ...looserFacts(preview),
      ...consentFacts(preview, { isBoxed: true }),
      ...answeringFacts(preview),
      ...consentBoxes(preview),
      richText(lines(whatApproveDoes(preview))),
      ...(row ? [row] : []),
    ],
  };
}

export function readReviewView(view: Pick<ViewOutput, 'private_metadata'>): SeenContent {
  return readSeenContent(view);
}

function whatApproveDoes({ audience }: Preview): Sentence {
  const { people: size, optedOut } = audience;
  const nobody = optedOut > 0 ? 'only whoever writes START before their turn' : 'nobody';
  return [`Approving texts ${size > 0 ? people(size) : nobody} and holds for exactly this.`];
}
