import type { InboundMessage } from '../../../domain/reply/conversation.ts';
import type { Attachment } from '../../../domain/reply/inbound-text.ts';
import { limits } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';

const things: Record<Attachment, string> = {
  picture: 'a picture',
  video: 'a video',
  audio: 'a recording',
  file: 'a file',
  contact: 'a contact',
  location: 'a location',
  sticker: 'a sticker',
  reaction: 'a reaction',
  other: 'something that Trickle cannot show',
};

/** "wrote", "sent a picture", "sent an empty text": what the person did, whether or not there are words to quote. */
export function sentWords({ text, attachment }: Pick<InboundMessage, 'text' | 'attachment'>): string {
  if (attachment) return `sent ${things[attachment]}`;
  return text.trim() === '' ? 'sent an empty text' : 'wrote';
}

/** Is there anything to quote? */
export function hasWords({ text }: Pick<InboundMessage, 'text'>): boolean {
  return text.trim() !== '';
}

/** A quotation of a text on one line. */
export function excerpt(text: string, length: number = limits.formerText): string {
  return `“${cut(oneLine(text), length)}”`;
}
