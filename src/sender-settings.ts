import { z } from 'zod';
import { SenderId } from './domain/ids.ts';

/** Messages per second, as people write them. */
export const rate = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,2})?(\/s)?$/, 'write messages per second, such as 30/s, and at most 99999/s.')
  .transform((text) => Number.parseFloat(text))
  .refine((perSecond) => perSecond > 0, 'it must be more than 0/s.');

/** The senders, each with the rate it may send at. */
export const Senders = z
  .string({ error: 'it is missing. List who messages come from and how fast, such as 12015550123:1/s,ACME:10/s.' })
  .transform((text, context) => {
    const senders = new Map<SenderId, number>();
    for (const entry of text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean)) {
      const [id = '', perSecond = '1/s'] = entry.split(':');
      const sender = SenderId.safeParse(id.replace(/^\+/, ''));
      const speed = rate.safeParse(perSecond);
      if (sender.success && speed.success) senders.set(sender.data, speed.data);
      else
        context.addIssue(
          `“${entry.slice(0, 40)}” is not a sender with its rate. Write it like 12015550123:1/s or ACME:10/s.`,
        );
    }
    if (senders.size === 0 && context.issues.length === 0)
      context.addIssue('it names nobody. Write at least one, such as 12015550123:1/s.');
    return senders;
  });
