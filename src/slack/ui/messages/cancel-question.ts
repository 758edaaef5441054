import type { CampaignReport } from '../../../services/reports.ts';
import { buttons } from '../button.ts';
import { cancelButton } from '../campaign-buttons.ts';
import type { Message } from '../message.ts';
import { asText, lines, richText, type Sentence } from '../sentence.ts';
import { shortName } from '../short-name.ts';
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
