import type { SectionBlock } from '@slack/types';
import type { EarlierMessage } from '../../../domain/campaign/earlier-messages.ts';
import { actions } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { button, words } from '../parts/button.ts';
import { cut, oneLine } from '../parts/inert.ts';
import { plain } from '../parts/message.ts';
import { shortName } from '../words/short-name.ts';

/** The choice of a text that an earlier campaign had, and, where the form has another one already, what happens to it. */
export function earlierMessagesRow(
  earlier: readonly EarlierMessage[],
  offered: EarlierMessage | undefined,
): SectionBlock[] {
  if (earlier.length === 0) return [];
  const choice: SectionBlock = {
    ...plain('Use an earlier message'),
    accessory: {
      type: 'static_select',
      action_id: actions.useEarlierMessage,
      placeholder: words('Choose a campaign', limits.buttonText),
      options: earlier.map(({ id, name, template }) => ({
        text: words(name, limits.buttonText),
        description: words(cut(oneLine(template), limits.buttonText), limits.buttonText),
        value: id,
      })),
    },
  };
  if (!offered) return [choice];
  const kept: SectionBlock = {
    ...plain(`Your message stands below. Replace it with that of ${shortName(offered)}?`),
    accessory: button({ label: 'Replace message', action: actions.replaceMessage, value: offered.id }),
  };
  return [choice, kept];
}
