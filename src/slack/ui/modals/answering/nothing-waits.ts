import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { CampaignId } from '../../../../domain/ids.ts';
import type { NoReply } from '../../../../services/replies/answering.ts';
import { actions, views } from '../../../ids.ts';
import { limits } from '../../../limits.ts';
import { button, buttons, words } from '../../parts/button.ts';
import { lines, richText, type Sentence } from '../../parts/sentence.ts';
import { number, people } from '../../words/number-words.ts';
import { shortName } from '../../words/short-name.ts';

const mostNamed = 20;

const About = z.object({ campaignId: CampaignId });

/** No reply of the campaign is open to the agent, who learns which colleagues have some; an admin can take those back. */
export function nothingWaitsModal(
  { campaign, others, skipped, elsewhere, underWay, mayRelease, nextCampaign }: Omit<NoReply, 'kind' | 'at'>,
  note?: Sentence,
): ModalView {
  const isEmpty = others.length === 0 && skipped === 0 && underWay === 0;
  const where = `in ${shortName(campaign)}`;
  const again = elsewhere === null ? 'Answer replies' : 'Answer these';
  const said: Sentence[] = [
    elsewhere === null
      ? [{ bold: 'Nothing waits for an answer' }, isEmpty ? ` ${where}.` : ` from you ${where}.`]
      : [{ bold: 'None of these waits for an answer' }, isEmpty ? '.' : ' from you.'],
    ...(skipped > 0 ? [[`Press ${again} again to see the ${number(skipped)} that you left.`]] : []),
    ...(elsewhere ? [[`Press Answer replies on the campaign’s message for ${number(elsewhere)} more ${where}.`]] : []),
    ...(underWay > 0 ? [[`An answer is on its way to ${people(underWay)} who wrote the same.`]] : []),
    ...others.slice(0, mostNamed).map(({ member, count }): Sentence => [{ person: member }, ` has ${number(count)}.`]),
    ...(nextCampaign ? [[`Somebody waits in ${shortName(nextCampaign)}.`]] : []),
  ];
  const next = nextCampaign
    ? buttons([button({ label: 'Answer replies', action: actions.answerReplies, value: nextCampaign.id })])
    : null;
  return {
    type: 'modal',
    callback_id: views.notice,
    private_metadata: JSON.stringify({ campaignId: campaign.id }),
    title: words('Answer replies', limits.title),
    close: words('Close', limits.title),
    blocks: [
      ...(note ? [richText(lines(note))] : []),
      richText(lines(...said)),
      ...(next ? [next] : []),
      ...(others.length > 0 && mayRelease
        ? [
            {
              type: 'actions' as const,
              elements: [
                {
                  type: 'users_select' as const,
                  action_id: actions.releaseReplies,
                  placeholder: words('Release all of…', limits.buttonText),
                },
              ],
            },
          ]
        : []),
    ],
  };
}

export function readCampaignId({ private_metadata }: { private_metadata: string }): CampaignId {
  return About.parse(JSON.parse(private_metadata)).campaignId;
}
