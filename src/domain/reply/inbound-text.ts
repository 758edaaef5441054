import type { Instant, PhoneNumber, SenderId } from '../ids.ts';
import type { Attachment } from './attachment.ts';

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
