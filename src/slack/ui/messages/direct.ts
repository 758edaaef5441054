import type { Campaign } from '../../../domain/campaign.ts';
import { actions } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, buttons } from '../button.ts';
import { cut, inert } from '../inert.ts';
import { type Message, message } from '../message.ts';
import { lines, readSentence, richText, type Sentence } from '../sentence.ts';
import { shortName } from '../short-name.ts';

/** A sentence for one person. A draft that it is about can be edited from here. */
export function directMessage(text: string, campaign: Campaign | null): Message {
  const said: Sentence = readSentence(cut(inert(text), shown.sentence));
  const edit =
    campaign?.status === 'draft'
      ? button({
          label: 'Edit',
          action: actions.editCampaign,
          value: campaign.id,
          spoken: `Edit ${shortName(campaign)}`,
        })
      : null;
  const about: Sentence[] = campaign
    ? [['It is about ', { bold: shortName(campaign) }, ' (', { code: campaign.id }, ').']]
    : [];
  return message([said, ...about], [richText(lines(said, ...about)), buttons([edit])]);
}
