import type { SectionBlock } from '@slack/types';
import type { Answering } from '../../../domain/answering/answering.ts';
import type { LeaveOut } from '../../../domain/leave-out/leave-out.ts';
import { actions } from '../../ids.ts';
import { button } from '../parts/button.ts';
import { plain } from '../parts/message.ts';
import { answeringInWords } from '../words/answering-words.ts';

/** What is set behind **More settings**, and the button that opens it. */
export function moreSettingsRow(answering: Answering | undefined, leaveOut: LeaveOut | undefined): SectionBlock {
  const left = leaveOut?.length
    ? `${leaveOut.length === 1 ? '1 group' : `${leaveOut.length} groups`} of people left out`
    : '';
  const set = [answeringInWords(answering) ?? '', left].filter((part) => part !== '').join(', ');
  return {
    ...plain(set || 'Optional: answers you expect, texts to answer with, outcomes, whom to leave out.'),
    accessory: button({ label: 'More settings', action: actions.moreSettings, value: 'open' }),
  };
}
