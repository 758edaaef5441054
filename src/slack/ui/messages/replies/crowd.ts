import type { KnownBlock, PlainTextOption, RichTextBlock, StaticSelect } from '@slack/types';
import type { Campaign } from '../../../../domain/campaign/campaign.ts';
import { momentInWords } from '../../../../domain/moment.ts';
import { type Conversation, type InboundMessage, isUnanswered } from '../../../../domain/reply/conversation.ts';
import type { Suppression } from '../../../../domain/reply/suppression.ts';
import { actions } from '../../../ids.ts';
import { limits, shown } from '../../../limits.ts';
import { button, buttons, words } from '../../parts/button.ts';
import { writeButtonValue } from '../../parts/button-value.ts';
import { cut, oneLine } from '../../parts/inert.ts';
import { type Message, message } from '../../parts/message.ts';
import { bullets, lines, richText, type Sentence } from '../../parts/sentence.ts';
import { count, number, people } from '../../words/number-words.ts';
import { personName } from '../../words/person-name.ts';
import { hasWords, sentWords } from '../../words/sent-words.ts';
import { whereItStands } from '../../words/taken-words.ts';

/** One conversation of those that share a post, with its texts there. `goesOn`: it has a newer card. */
export type CrowdLine = {
  conversation: Conversation;
  texts: readonly InboundMessage[];
  suppression: Suppression | null;
  goesOn?: { link: string | undefined };
};

type CrowdFacts = {
  campaign: Pick<Campaign, 'id' | 'zone'>;
  /** When the first of them wrote. */
  at: string;
  lines: readonly CrowdLine[];
  /** Others of the same minute stand on a post before it. */
  isMore: boolean;
  now: Date;
};

/** So many lines stand in one of the ten blocks that a container takes. */
const linesInBlock = 10;

/** Those who wrote in the same minute, a line each, folded: for when more come than Slack takes posts. */
export function crowdCard({ campaign, at, lines: crowd, isMore, now }: CrowdFacts): Message {
  const who = isMore ? count(crowd.length, 'more person', 'more people') : people(crowd.length);
  const title = `${who} wrote at ${momentInWords({ at, zone: campaign.zone })}`;
  const waiting = crowd.filter(waitsHere);
  const subtitle = waiting.length > 0 ? `${number(waiting.length)} open` : 'Nobody waits for an answer.';
  const said = crowd.map((line) => lineOf(line, now));
  const blocks = inBlocks(said);
  const below = buttons([waiting.length > 0 ? answerThese(campaign, waiting) : null, showOne(crowd)]);
  const container: KnownBlock = {
    type: 'container',
    title: words(title, limits.containerTitle),
    subtitle: words(subtitle, limits.containerTitle),
    is_collapsible: true,
    default_collapsed: true,
    child_blocks: blocks,
  };
  const head: Sentence[] = [[{ bold: title }], [subtitle]];
  const folded = message([...head, ...said], [container, below]);
  return { ...folded, plainer: message([], [richText(lines(...head)), ...blocks, below]).blocks };
}

function waitsHere({ conversation, suppression, goesOn }: CrowdLine): boolean {
  return !goesOn && isUnanswered(conversation) && suppression?.kind !== 'opted_out';
}

function inBlocks(said: readonly Sentence[]): RichTextBlock[] {
  const blocks: RichTextBlock[] = [];
  for (let from = 0; from < said.length; from += linesInBlock) {
    blocks.push(richText(bullets(said.slice(from, from + linesInBlock))));
  }
  return blocks;
}

/** "Ada (•••• 0123): “When is it?” · open" */
function lineOf(line: CrowdLine, now: Date): Sentence {
  const wrote = line.texts.map((text) => (hasWords(text) ? oneLine(text.text) : `(${sentWords(text)})`)).join(' / ');
  const state: Sentence = line.goesOn
    ? [{ words: 'goes on', link: line.goesOn.link }, ' further down']
    : whereItStands(line.conversation, line.suppression, now);
  return [{ bold: whoWrote(line) }, `: “${cut(wrote, shown.line)}” · `, ...state];
}

/** Short, for it stands twice on the post. */
function whoWrote({ conversation: { name, number } }: CrowdLine): string {
  return personName({ name: name && cut(oneLine(name), shown.label), number });
}

/** One of them with all that can be done about them, for whoever asks. */
function showOne(crowd: readonly CrowdLine[]): StaticSelect {
  const options = crowd.map(
    (line): PlainTextOption => ({ text: words(whoWrote(line), limits.buttonText), value: line.conversation.id }),
  );
  return {
    type: 'static_select',
    action_id: actions.showOne,
    placeholder: words('Show one', limits.buttonText),
    options,
  };
}

function answerThese(campaign: CrowdFacts['campaign'], waiting: readonly CrowdLine[]) {
  const value = writeButtonValue({
    on: 'these',
    campaignId: campaign.id,
    conversationIds: waiting.map(({ conversation }) => conversation.id),
  });
  const spoken = `Answer these ${number(waiting.length)}`;
  return button({ label: 'Answer these', action: actions.answerThese, value, style: 'primary', spoken });
}
