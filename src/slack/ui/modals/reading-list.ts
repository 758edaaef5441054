import type { KnownBlock, ModalView } from '@slack/types';
import { actions, views } from '../../ids.ts';
import { shown } from '../../limits.ts';
import { button, buttons } from '../parts/button.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { plain } from '../parts/message.ts';
import { number } from '../words/number-words.ts';

/** `id`: of what can be cancelled. `lines`: how many have been read, of about how many; null: all of them. */
type Progress = { lines: number; about: number | null };
type Reading = { id?: string; progress?: Progress };

/** Only until its own lines are counted: then it waits no more. */
const mayWait = 'Lists are read one at a time, so it may have to wait for another. ';

/** Stands while a list is fetched and read. `what` names the list: a file's name, or what was pasted. */
export function readingListModal(what: string, { id, progress }: Reading = {}): ModalView {
  const list = cut(oneLine(what), shown.name) || 'your list';
  return {
    type: 'modal',
    callback_id: views.readingList,
    title: { type: 'plain_text', text: 'Reading your list…', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: onlyThose([
      plain(
        `Trickle is reading ${list} and checking every phone number. ${progress ? '' : mayWait}${whatClosingDoes(id)}`,
      ),
      progress ? plain(farAs(progress)) : null,
      id === undefined
        ? null
        : buttons([button({ label: 'Cancel reading', action: actions.cancelReading, value: id })]),
    ]),
  };
}

function onlyThose(blocks: readonly (KnownBlock | null)[]): KnownBlock[] {
  return blocks.filter((block) => block !== null);
}

function whatClosingDoes(id: string | undefined): string {
  return id === undefined
    ? 'Keep this window open: the preview opens here.'
    : 'The preview opens here. If you close this window, the reading goes on, and a direct message tells you when it is done.';
}

function farAs({ lines, about }: Progress): string {
  if (about === null) return `All ${number(lines)} lines are read. Now the draft is saved.`;
  return `${number(lines)} of about ${number(Math.max(lines, roughly(about)))} lines are read.`;
}

/** As exact as a guess is. */
function roughly(count: number): number {
  const unit = 10 ** Math.max(0, String(Math.round(count)).length - 2);
  return Math.round(count / unit) * unit;
}
