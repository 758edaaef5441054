import { z } from 'zod';
import type { Instant, PhoneNumber, SenderId } from '../ids.ts';

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

/** A text from a phone, as told by the provider's webhook. */
export type InboundText = {
  id: string;
  from: PhoneNumber;
  /** Other numbers that the same digits may be, if they are ambiguous. */
  mayBeFrom?: readonly PhoneNumber[];
  to: SenderId;
  text: string;
  at: Instant;
  /** The provider did not say when it was written: `at` is when it came. */
  undated?: true;
  /** What came with the words or in place of them. */
  attachment?: Attachment;
};
