import type { ActionsBlock, KnownBlock, SectionBlock } from '@slack/types';
import type { EarlierMessage } from '../../../domain/campaign/earlier-messages.ts';
import { actions } from '../../ids.ts';
import { limits } from '../../limits.ts';
import { button, words } from '../parts/button.ts';
import { plain } from '../parts/message.ts';
import { shortName } from '../words/short-name.ts';

/** The choice of a text that an earlier campaign had, and, where the form has another one already, what happens to it. */
export function earlierMessagesRow(
  earlier: readonly EarlierMessage[],
  offered: EarlierMessage | undefined,
): KnownBlock[] {
  if (earlier.length === 0) return [];
  const choice: ActionsBlock = {
    type: 'actions',
    elements: [
      {
        type: 'static_select',
        action_id: actions.useEarlierMessage,
        placeholder: words('Use an earlier message', limits.buttonText),
        options: earlier.map(({ id, name, template }) => ({
          text: words(name, limits.buttonText),
          description: words(template, limits.buttonText),
          value: id,
        })),
      },
    ],
  };
  if (!offered) return [choice];
  const kept: SectionBlock = {
    ...plain(`Your message stands below. Replace it with that of ${shortName(offered)}?`),
    accessory: button({ label: 'Replace message', action: actions.replaceMessage, value: offered.id }),
  };
  return [choice, kept];
}
