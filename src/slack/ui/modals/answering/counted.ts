import type { KnownBlock, ModalView, PlainTextOption, SectionBlock } from '@slack/types';
import { nothingForeseen, outcomesOf } from '../../../../domain/answering/answering.ts';
import type { Conversation } from '../../../../domain/reply/conversation.ts';
import type { Counted } from '../../../../services/reports/reports.ts';
import { actions, views } from '../../../ids.ts';
import { limits } from '../../../limits.ts';
import { lastWords } from '../../messages/replies/counted.ts';
import { button, buttons, words } from '../../parts/button.ts';
import { writeButtonValue } from '../../parts/button-value.ts';
import { cut } from '../../parts/inert.ts';
import { lines, richText, type Sentence } from '../../parts/sentence.ts';
import { figureLine, outcomeFigures } from '../../words/figures.ts';
import { number } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';

export const countedPerPage = 20;

/**
 * The expected answers one by one, the newest first: each can be re-opened, or counted under another label.
 * `corrected`: the one that was, a moment ago.
 */
export function countedModal(counted: Counted, page: number, corrected?: Conversation): ModalView {
  const { campaign, outcomes, conversations } = counted;
  const pages = Math.max(1, Math.ceil(conversations.length / countedPerPage));
  const at = Math.min(page, pages - 1);
  const rows = conversations.slice(at * countedPerPage, (at + 1) * countedPerPage);
  const labels = outcomesOf(campaign.answering ?? nothingForeseen);
  const turn = (label: string, to: number) =>
    to >= 0 && to < pages
      ? button({
          label,
          action: to < at ? actions.previousCounted : actions.nextCounted,
          value: writeButtonValue({ on: 'counted', campaignId: campaign.id, page: to }),
        })
      : null;
  const row = buttons([turn('Previous', at - 1), turn('Next', at + 1)]);
  const top: Sentence[] =
    conversations.length === 0
      ? [['None is left here.']]
      : [
          figureLine('', outcomeFigures(outcomes)),
          ...(pages > 1 ? [[`Page ${number(at + 1)} of ${number(pages)}.`] as Sentence] : []),
        ];
  const blocks: (KnownBlock | null)[] = [
    richText(lines(...(corrected ? [whatWasDone(corrected)] : []), ...top)),
    ...rows.map((conversation) => personRow(conversation, labels)),
    row,
  ];
  return {
    type: 'modal',
    callback_id: views.counted,
    title: { type: 'plain_text', text: 'Expected answers', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    private_metadata: JSON.stringify({ campaignId: campaign.id, page: at }),
    blocks: blocks.filter((block) => block !== null),
  };
}

function whatWasDone(conversation: Conversation): Sentence {
  const { outcome, status } = conversation;
  const now = status === 'handled' && outcome ? `counts as “${outcome.label}” now.` : 'waits for the team again.';
  return [{ bold: personName(conversation) }, ` ${now}`];
}

function personRow(conversation: Conversation, labels: readonly string[]): SectionBlock {
  const { id: conversationId, outcome } = conversation;
  const options: PlainTextOption[] = [
    {
      text: words('Re-open', limits.buttonText),
      value: writeButtonValue({ on: 'counted_person', conversationId, label: null }),
    },
    ...labels.flatMap((label, no) =>
      label === outcome?.label
        ? []
        : {
            text: words(`Count as ${label}`, limits.buttonText),
            value: writeButtonValue({ on: 'counted_person', conversationId, label: no }),
          },
    ),
  ];
  const said = `${personName(conversation)}: ${lastWords(conversation)} → ${outcome?.label ?? ''}${outcome?.by ? ' (corrected)' : ''}`;
  return {
    type: 'section',
    block_id: `counted ${conversationId}`,
    text: { type: 'plain_text', text: cut(said, limits.sectionText), emoji: false },
    accessory: {
      type: 'static_select',
      action_id: actions.correctCounted,
      placeholder: words('More', limits.buttonText),
      options,
    },
  };
}
