import type { SectionBlock } from '@slack/types';
import type { Answering } from '../../../domain/answering/answering.ts';
import type { Instant } from '../../../domain/ids.ts';
import type { LeaveOut } from '../../../domain/leave-out/leave-out.ts';
import type { Canary } from '../../../domain/pace/canary.ts';
import { actions } from '../../ids.ts';
import { button } from '../parts/button.ts';
import { plain } from '../parts/message.ts';
import { answeringInWords } from '../words/answering-words.ts';
import { number } from '../words/number-words.ts';

type Set = {
  answering?: Answering | undefined;
  leaveOut?: LeaveOut | undefined;
  canary?: Canary | null | undefined;
  pace?: 'fixed' | 'team' | undefined;
  notAfter?: Instant | null | undefined;
};

/** What is set behind **More settings**, and the button that opens it. */
export function moreSettingsRow({ answering, leaveOut, canary, pace, notAfter }: Set): SectionBlock {
  const left = leaveOut?.length
    ? `${leaveOut.length === 1 ? '1 group' : `${leaveOut.length} groups`} of people left out`
    : '';
  const tried = canary ? `tried on the first ${number(canary.first)}` : '';
  const follows = pace === 'team' ? 'follows the team' : '';
  const set = [answeringInWords(answering) ?? '', left, follows, tried, notAfter ? 'has a last moment' : '']
    .filter((part) => part !== '')
    .join(', ');
  return {
    ...plain(
      set || 'Optional: answers you expect, texts to answer with, outcomes, whom to leave out, a try on the first.',
    ),
    accessory: button({ label: 'More settings', action: actions.moreSettings, value: 'open' }),
  };
}
