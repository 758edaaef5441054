import type { Instant, PhoneNumber, SenderId } from '../ids.ts';
import type { Attachment } from './attachment.ts';

/** A text from a phone, as the provider's webhook tells it. */
export type InboundText = {
  id: string;
  from: PhoneNumber;
  to: SenderId;
  text: string;
  at: Instant;
  /** What came with the words, or in place of them. */
  attachment?: Attachment;
};
