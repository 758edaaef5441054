import type { Conversation } from '../../../../domain/reply/conversation.ts';
import type { Counted } from '../../../../services/reports/reports.ts';
import { actions } from '../../../ids.ts';
import { button, buttons } from '../../parts/button.ts';
import { writeButtonValue } from '../../parts/button-value.ts';
import { type Message, message } from '../../parts/message.ts';
import { lines, richText, type Sentence } from '../../parts/sentence.ts';
import { figureLine, outcomeFigures } from '../../words/figures.ts';
import { people } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';
import { excerpt } from '../../words/sent-words.ts';

/** How many of the newest stand on the card. */
const newest = 3;

/** One card for all answers that were counted by themselves: how many, and the newest. Edited as they come. */
export function countedCard({ campaign, outcomes, people: all, conversations }: Counted): Message {
  const said: Sentence[] = [
    all > 0
      ? [{ bold: `${people(all)} gave an expected answer.` }, ' Nobody has to answer them.']
      : [{ bold: 'No answer is counted any more.' }],
    figureLine('', outcomeFigures(outcomes)),
    ...conversations.slice(0, newest).map(whatTheySaid),
  ];
  const show = button({
    label: 'Show',
    action: actions.showCounted,
    value: writeButtonValue({ on: 'counted', campaignId: campaign.id, page: 0 }),
    spoken: 'Show the expected answers',
  });
  return message(said, [richText(lines(...said)), buttons([show])]);
}

/** "Ada (•••• 0123): “yes please” is Yes" */
function whatTheySaid(conversation: Conversation): Sentence {
  return [`${personName(conversation)}: ${lastWords(conversation)} → ${conversation.outcome?.label ?? ''}`];
}

/** The last text that was counted, as a quotation on one line. */
export function lastWords({ messages }: Conversation): string {
  const last = messages.findLast((message) => message.direction === 'in' && message.reading === 'expected');
  return excerpt(last?.text ?? '');
}
