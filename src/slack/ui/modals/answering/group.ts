import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { CampaignId } from '../../../../domain/ids.ts';
import type { Conversation } from '../../../../domain/reply/conversation.ts';
import { textsThatWait } from '../../../../domain/reply/groups.ts';
import type { GroupRef, KnownGroup } from '../../../../services/replies/groups/need-group.ts';
import { actions, views } from '../../../ids.ts';
import { limits } from '../../../limits.ts';
import { whoWroteIt } from '../../messages/replies/group.ts';
import { button, buttons } from '../../parts/button.ts';
import { writeButtonValue } from '../../parts/button-value.ts';
import { cut, oneLine } from '../../parts/inert.ts';
import { bullets, lines, richText, type Sentence } from '../../parts/sentence.ts';
import { number } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';

export const groupPerPage = 20;

const Ref = z.object({ campaignId: CampaignId, says: z.string() });

/** What a window about a group knows of it. */
export function readGroupRef({ private_metadata: metadata }: { private_metadata: string }): GroupRef {
  const { campaignId, says } = Ref.parse(JSON.parse(metadata));
  return { campaignId, says };
}

/** Those who wrote the same, the longest-waiting first. */
export function groupModal({ campaign, group, members }: KnownGroup, page: number): ModalView {
  const pages = Math.max(1, Math.ceil(members.length / groupPerPage));
  const at = Math.min(page, pages - 1);
  const rows = members.slice(at * groupPerPage, (at + 1) * groupPerPage);
  const turn = (label: string, to: number) =>
    to >= 0 && to < pages
      ? button({
          label,
          action: to < at ? actions.previousInGroup : actions.nextInGroup,
          value: writeButtonValue({ on: 'group', campaignId: campaign.id, says: group.says, page: to }),
        })
      : null;
  const top: Sentence[] = [
    [{ bold: whoWroteIt({ group, people: members.length }) }],
    ...(pages > 1 ? [[`Page ${number(at + 1)} of ${number(pages)}.`]] : []),
  ];
  const row = buttons([turn('Previous', at - 1), turn('Next', at + 1)]);
  return {
    type: 'modal',
    callback_id: views.group,
    title: { type: 'plain_text', text: 'They wrote the same', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      richText(lines(...top)),
      ...(rows.length > 0 ? [richText(bullets(rows.map((one) => whatTheyWrote(one, campaign.zone))))] : []),
      ...(row ? [row] : []),
    ],
  };
}

function whatTheyWrote(conversation: Conversation, zone: string): Sentence {
  const texts = textsThatWait(conversation);
  const words = texts.map(({ text }) => `“${cut(oneLine(text), limits.formerText)}”`).slice(0, 3);
  return [`${personName(conversation)}: ${words.join(', ')} at `, { at: texts[0]?.at ?? new Date(0), zone }];
}
