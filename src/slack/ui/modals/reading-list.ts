import type { ModalView } from '@slack/types';
import { views } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { plain } from '../parts/message.ts';

/** Stands while a list is fetched and read. `what` names the list: a file's name, or what was pasted. */
export function readingListModal(what: string): ModalView {
  const list = cut(oneLine(what), shown.name) || 'your list';
  return {
    type: 'modal',
    callback_id: views.readingList,
    title: { type: 'plain_text', text: 'Reading your list…', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: [
      plain(
        `Trickle is reading ${list} and checking every phone number. Lists are read one at a time, so it may have to wait for another. Keep this window open: the preview opens here.`,
      ),
    ],
  };
}
