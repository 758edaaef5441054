import { isOver } from '../../../domain/campaign/campaign-status.ts';
import { clientRef } from '../../../domain/recipient/recipient.ts';
import type { CampaignMemory, Memory } from '../memory/memory.ts';
import type { RecipientColumns } from '../memory/recipient-columns.ts';

/** The provider gives up on a message after three days and tells it within minutes; a day more for late webhooks. */
const lateMs = 4 * 86_400_000;
/** About ten milliseconds of looking: with more recipients on the way only the newest campaigns are searched. */
const mostRecipients = 1_000_000;

/**
 * Our reference of the message with this provider's id. An index would cost more memory than all the rest, so the ids
 * of campaigns that send, or ended a few days ago, are searched, newest first.
 */
export function findByMessageId({ campaigns }: Memory, messageId: string, now: Date): string | undefined {
  const recent = [...campaigns.values()]
    .filter((known) => mayStillHear(known, now))
    .sort((one, other) => other.campaign.createdAt.localeCompare(one.campaign.createdAt));
  let looked = 0;
  for (const { campaign, columns } of recent) {
    looked += columns.size;
    if (looked > mostRecipients && looked > columns.size) return undefined;
    const no = positionOf(columns, messageId);
    if (no >= 0) return clientRef({ campaignId: campaign.id, no, attempt: columns.attempt[no]! });
  }
  return undefined;
}

function mayStillHear({ campaign }: CampaignMemory, now: Date): boolean {
  if (campaign.startedAt === null) return false;
  if (!isOver(campaign.status) || campaign.endedAt === null) return true;
  return Date.parse(campaign.endedAt) > now.getTime() - lateMs;
}

function positionOf({ messageId: column, otherIds }: RecipientColumns, messageId: string): number {
  if (!uuid.test(messageId)) return [...otherIds].find(([, id]) => id === messageId)?.[0] ?? -1;
  // All zero stands for no id.
  const bytes = Buffer.from(messageId.replaceAll('-', ''), 'hex');
  if (bytes.every((byte) => byte === 0)) return -1;
  for (let at = column.indexOf(bytes); at !== -1; at = column.indexOf(bytes, at + 1)) {
    // The halves of two neighbours may look like it.
    if (at % 16 === 0) return at / 16;
  }
  return -1;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
