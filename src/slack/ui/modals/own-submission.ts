import type { ModalView } from '@slack/types';
import type { Preview } from '../../../services/campaigns/previewing.ts';
import { actions, views } from '../../ids.ts';
import { button, buttons } from '../parts/button.ts';
import { lines, richText } from '../parts/sentence.ts';
import { answeringFacts } from '../sections/answering-facts.ts';
import { campaignFacts } from '../sections/campaign-facts.ts';
import { consentFacts } from '../sections/consent-facts.ts';

/** What somebody sees of a submission that they wrote themselves: all of it, and how to take it back. */
export function ownSubmissionModal(preview: Preview): ModalView {
  const { campaign } = preview;
  const row = buttons([button({ label: 'Edit', action: actions.editCampaign, value: campaign.id })]);
  return {
    type: 'modal',
    callback_id: views.notice,
    title: { type: 'plain_text', text: 'Your submission', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      richText(lines([{ bold: 'It waits for approval' }, ' by somebody who did not write, edit or submit it.'])),
      ...campaignFacts(preview),
      ...consentFacts(preview),
      ...answeringFacts(preview),
      richText(lines(['To withdraw it, press Edit and then Preview: it is a draft again, which nobody can approve.'])),
      ...(row ? [row] : []),
    ],
  };
}
