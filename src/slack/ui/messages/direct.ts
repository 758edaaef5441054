import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { actions } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, buttons } from '../parts/button.ts';
import { cut, inert } from '../parts/inert.ts';
import { type Message, message } from '../parts/message.ts';
import { lines, readSentence, richText, type Sentence } from '../parts/sentence.ts';
import { shortName } from '../words/short-name.ts';

/** A sentence for one person. Nothing edits it later, so its button opens what it is about, whatever has become of that. */
export function directMessage(text: string, campaign: Campaign | null): Message {
  const said: Sentence = readSentence(cut(inert(text), shown.sentence));
  const open =
    campaign &&
    button({
      label: 'Open',
      action: actions.openCampaign,
      value: campaign.id,
      spoken: `Open ${shortName(campaign)}`,
    });
  const about: Sentence[] = campaign
    ? [['Campaign: ', { bold: shortName(campaign) }, ' (', { code: campaign.id }, ').']]
    : [];
  return message([said, ...about], [richText(lines(said, ...about)), buttons([open])]);
}
