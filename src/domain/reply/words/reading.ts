import { z } from 'zod';

/** How a text was understood: see `readReply`. Written into the store: values are added, never taken away. */
export const Reading = z.enum([
  'reply',
  'opt_out',
  'maybe_opt_out',
  'opt_in',
  'help',
  'quotation',
  'expected',
  'automatic',
]);
export type Reading = z.infer<typeof Reading>;
