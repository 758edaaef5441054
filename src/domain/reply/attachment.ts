import { z } from 'zod';

/** What came with a text or in place of one. `other`: unknown here. */
export const Attachment = z.enum([
  'picture',
  'video',
  'audio',
  'file',
  'contact',
  'location',
  'sticker',
  'reaction',
  'other',
]);
export type Attachment = z.infer<typeof Attachment>;
