import type { SenderId } from '../../../domain/ids.ts';

/** A number with its plus sign, short codes and names as they are. */
export function senderName(sender: SenderId): string {
  return /^\d{7,}$/.test(sender) ? `+${sender}` : sender;
}
