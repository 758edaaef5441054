import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { ConversationId, UserId } from '../../../../domain/ids.ts';
import type { Conversation } from '../../../../domain/reply/conversation.ts';
import { views } from '../../../ids.ts';
import { limits } from '../../../limits.ts';
import { words } from '../../parts/button.ts';
import { fieldValue, formField } from '../../parts/form-field.ts';
import { plain } from '../../parts/message.ts';
import { passHint } from '../../words/hands-words.ts';
import { personName } from '../../words/person-name.ts';

/** The conversation of the card, and how many of its texts stood there. */
const Card = z.object({ conversationId: ConversationId, seen: z.int().min(0) });
export type Card = z.infer<typeof Card>;

/** Stands for no outcome: Slack lets nobody take back a choice. */
const none = '-';

/** "Opt out" on a card asks once: only the person or an admin can undo it. */
export function optOutFromCard(conversation: Conversation, card: Card): ModalView {
  return cardWindow({ id: views.cardOptOut, title: 'Opt out', submit: 'Opt out' }, card, [
    plain(
      `Campaigns do not text ${personName(conversation)} any more. Only an admin, or the person by writing START, can undo it.`,
    ),
  ]);
}

/** "Pass to…" on a card asks to whom. */
export function passFromCard(conversation: Conversation, card: Card): ModalView {
  const hint = passHint(conversation);
  return cardWindow({ id: views.cardPass, title: 'Pass to…', submit: 'Pass' }, card, [
    formField(
      { field: 'passTo', label: 'Pass to', hint },
      { type: 'users_select', placeholder: words('A colleague', limits.buttonText) },
    ),
  ]);
}

/** "Outcome" on a card asks which of the campaign's. */
export function outcomeFromCard(conversation: Conversation, labels: readonly string[], card: Card): ModalView {
  const options = [none, ...labels].slice(0, limits.optionsPerSelect).map((label) => ({
    text: words(label === none ? 'None' : label, limits.buttonText),
    value: label,
  }));
  const initial = options.find(({ value }) => value === conversation.outcome?.label) ?? options[0]!;
  const hint = `What the conversation with ${personName(conversation)} ended with.`;
  return cardWindow({ id: views.cardOutcome, title: 'Outcome', submit: 'Set' }, card, [
    formField(
      { field: 'outcome', label: 'Outcome', hint },
      { type: 'static_select', options, initial_option: initial },
    ),
  ]);
}

export function readCard(view: Pick<ViewOutput, 'private_metadata'>): Card {
  return Card.parse(JSON.parse(view.private_metadata));
}

export function readPassedTo(view: Pick<ViewOutput, 'state'>): UserId {
  return UserId.parse(fieldValue(view, 'passTo')?.selected_user);
}

/** Null: none. */
export function readOutcomeChoice(view: Pick<ViewOutput, 'state'>): string | null {
  const value = fieldValue(view, 'outcome')?.selected_option?.value ?? none;
  return value === none ? null : value;
}

/** A window that a card's menu opens. */
export function cardWindow(
  { id, title, submit }: { id: string; title: string; submit: string },
  card: Card,
  blocks: ModalView['blocks'],
): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: JSON.stringify(card),
    title: words(title, limits.title),
    submit: words(submit, limits.title),
    close: words('Not now', limits.title),
    blocks,
  };
}
