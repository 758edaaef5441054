import type { SectionBlock } from '@slack/types';
import type { Answering } from '../../../domain/answering/answering.ts';
import { actions } from '../../ids.ts';
import { button } from '../parts/button.ts';
import { plain } from '../parts/message.ts';
import { answeringInWords } from '../words/answering-words.ts';

/** What is set behind **More settings**, and the button that opens it. */
export function moreSettingsRow(answering: Answering | undefined): SectionBlock {
  const set = answeringInWords(answering);
  return {
    ...plain(set ?? 'Optional: answers you expect, texts to answer with, outcomes.'),
    accessory: button({ label: 'More settings', action: actions.moreSettings, value: 'open' }),
  };
}
