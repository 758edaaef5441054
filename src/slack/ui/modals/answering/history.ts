import type { ModalView } from '@slack/types';
import type { Conversation } from '../../../../domain/reply/conversation.ts';
import { views } from '../../../ids.ts';
import { limits } from '../../../limits.ts';
import { words } from '../../parts/button.ts';
import { lines, richText } from '../../parts/sentence.ts';
import { newestTexts, saidText } from '../../sections/said-texts.ts';
import { count } from '../../words/number-words.ts';

/** Slack takes 100 blocks and a quarter of a million characters. */
const shownTexts = { texts: 90, characters: 60_000 };

/** All texts of a conversation that a window has room for, the newest last, as everywhere. */
export function historyModal(conversation: Conversation, zone: string): ModalView {
  const texts = newestTexts(conversation.messages, shownTexts);
  const left = conversation.messages.length - texts.length;
  return {
    type: 'modal',
    callback_id: views.notice,
    title: words('History', limits.title),
    close: words('Back', limits.title),
    blocks: [
      ...(left > 0 ? [richText(lines([`${count(left, 'earlier text')} left out here.`]))] : []),
      ...texts.map((message) => saidText(message, conversation, zone)),
    ],
  };
}
