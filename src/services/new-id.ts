import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { CampaignId, ConversationId } from '../domain/ids.ts';

/** 32 unmistakable characters: no 0, 1, l or o. The modulo is exact, so each is equally likely. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

export function newCampaignId(): CampaignId {
  return letters(8) as CampaignId;
}

export function newConversationId(): ConversationId {
  return letters(12) as ConversationId;
}

export function newAnnouncementId(): string {
  return letters(16);
}

/** Nobody else can guess it. */
export function newFormKey(): string {
  return letters(20);
}

/** The same for the same parts: whoever announces something at the same moment announces it once. */
export function announcementIdOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').substring(0, 16);
}

/** Six digits, all equally likely. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** References of tests by former versions, whose receipts may still come. */
export function isTestRef(ref: string): boolean {
  return ref.startsWith('t1.');
}

function letters(count: number): string {
  return Array.from(randomBytes(count), (byte) => alphabet[byte % alphabet.length]).join('');
}
