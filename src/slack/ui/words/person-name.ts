import { maskPhoneNumber } from '../../../domain/phone/phone-number.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';

/** "Ada (•••• 0123)", or the masked number alone when the list has no name. */
export function personName({ name, number }: Pick<Conversation, 'name' | 'number'>): string {
  const known = cut(oneLine(name ?? ''), shown.name);
  return known ? `${known} (${maskPhoneNumber(number)})` : maskPhoneNumber(number);
}
