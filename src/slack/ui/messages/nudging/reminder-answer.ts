import type { Reminder } from '../../../../domain/nudge/reminder.ts';
import { commands } from '../../../ids.ts';
import { type Message, message } from '../../parts/message.ts';
import { lines, richText, type Sentence } from '../../parts/sentence.ts';

/** When the person who asks is reminded; undefined: never. */
export function reminderAnswer(reminder: Reminder | undefined): Message {
  const said: Sentence = reminder
    ? [
        `Each day at ${reminder.time} (${reminder.zone}) Trickle writes to you what waits for you, if anything does. `,
        { code: `${commands.smsCampaign} remind off` },
        ' ends that.',
      ]
    : [
        'You get no reminders. ',
        { code: `${commands.smsCampaign} remind 9:00` },
        ' tells you each day what waits for you.',
      ];
  return message([said], [richText(lines(said))]);
}
