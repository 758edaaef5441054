import type { ModalView } from '@slack/types';
import { views } from '../../ids.ts';
import { limits, shown } from '../../limits.ts';
import { words } from '../parts/button.ts';
import { cut, inert } from '../parts/inert.ts';
import { lines, readSentence, richText } from '../parts/sentence.ts';

/** One thing to read, such as why something could not be done. */
export function noticeModal(title: string, text: string): ModalView {
  return {
    type: 'modal',
    callback_id: views.notice,
    title: words(title, limits.title),
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [richText(lines(readSentence(cut(inert(text), shown.sentence))))],
  };
}
