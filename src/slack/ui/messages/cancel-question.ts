import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignReport } from '../../../services/reports/reports.ts';
import { buttons } from '../parts/button.ts';
import { type Message, message } from '../parts/message.ts';
import { asText, lines, richText, type Sentence } from '../parts/sentence.ts';
import { cancelButton } from '../sections/campaign-buttons.ts';
import { shortName } from '../words/short-name.ts';
import { asOf, statusMessage } from './campaign-message.ts';

/** Asks whoever typed "cancel" as the button in the channel asks: how the campaign stands, and one press that is final. */
export function cancelQuestion(report: CampaignReport): Message {
  const { campaign } = report;
  const stands = statusMessage(report);
  const question: Sentence = [
    'Nothing is cancelled yet. Press Cancel to end ',
    { bold: shortName(campaign) },
    ' for good: nobody else gets its message, and it cannot be resumed.',
  ];
  const row = buttons([cancelButton(campaign)]);
  return {
    text: `${asText([question])} ${stands.text} ${asText([asOf(report)])}`,
    blocks: [...stands.blocks, richText(lines(asOf(report), question)), ...(row ? [row] : [])],
  };
}

/** What stays of the question once it was answered: how far the campaign got is known when its last messages are. */
export function cancelledAnswer(campaign: Campaign): Message {
  const said: Sentence = [
    { bold: shortName(campaign) },
    ' is cancelled: nobody else gets its message. Its post in ',
    { channel: campaign.channel },
    ' says how far it got.',
  ];
  return message([said], [richText(lines(said))]);
}
