import type { ModalView } from '@slack/types';
import type { MessagesPage } from '../../../services/campaigns/previewing.ts';
import { actions, views } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, buttons } from '../parts/button.ts';
import { writeButtonValue } from '../parts/button-value.ts';
import { cut, inert } from '../parts/inert.ts';
import { lines, quote, richText, type Sentence } from '../parts/sentence.ts';
import { number } from '../words/number-words.ts';

/** A page of the messages as people will read them, on top of the preview or the review. */
export function allMessagesModal({ campaign, page, pages, messages }: MessagesPage): ModalView {
  const turn = (label: string, action: string, to: number) =>
    to >= 0 && to < pages
      ? button({ label, action, value: writeButtonValue({ on: 'messages', campaignId: campaign.id, page: to }) })
      : null;
  const row = buttons([
    turn('Previous', actions.previousMessages, page - 1),
    turn('Next', actions.nextMessages, page + 1),
  ]);
  const where = `Page ${number(page + 1)} of ${number(pages)}.`;
  return {
    type: 'modal',
    callback_id: views.allMessages,
    title: { type: 'plain_text', text: 'All messages', emoji: false },
    close: { type: 'plain_text', text: 'Back', emoji: false },
    blocks: [
      richText(
        lines([
          campaign.segments.odd
            ? `${where} Those that say more than the text come first, then all in the list’s order.`
            : where,
        ]),
      ),
      ...messages.map((message) => richText(lines(toWhom(message)), quote(cut(inert(message.text), shown.message)))),
      ...(row ? [row] : []),
    ],
  };
}

function toWhom({ no, number: masked, isOdd, isLeftOut, byRule }: MessagesPage['messages'][number]): Sentence {
  const more = isOdd ? ', says more than the text' : '';
  return [
    { bold: `No. ${number(no + 1)}` },
    ` to ${masked}${more}${isLeftOut ? `, ${byRule ? 'is left out' : 'has opted out'} and gets none` : ''}:`,
  ];
}
