import { hasRole, isFullMember } from '../../domain/campaign/permissions.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Conversation } from '../../domain/reply/conversation.ts';
import type { ReadingDeps } from '../deps.ts';

/** A step of setting the program up, and whether the program knows it to be done. */
export type ChecklistItem = {
  what: 'admins' | 'approvers' | 'inbox' | 'receipts' | 'texts' | 'test';
  isDone: boolean;
};

/** What is left to set up, as an admin sees it; null once nothing is. Only what the program knows counts as done. */
export async function checklistFor(deps: ReadingDeps, admin: UserId): Promise<readonly ChecklistItem[] | null> {
  const { store, settings } = deps;
  const phones = await store.conversations.ofCampaign(null);
  const items: ChecklistItem[] = [
    { what: 'admins', isDone: settings.roles.admins.length > 0 },
    { what: 'approvers', isDone: await isThereASecond(deps) },
    { what: 'inbox', isDone: settings.inboxChannel !== null },
    { what: 'test', isDone: phones.some((phone) => hasTestOf(phone, admin)) },
    { what: 'receipts', isDone: phones.some(hasReceipt) || (await hasAnyReceipt(deps)) },
    { what: 'texts', isDone: phones.some(hasText) || (await hasAnyText(deps)) },
  ];
  return items.every(({ isDone }) => isDone) ? null : items;
}

/** Whoever writes a campaign needs somebody else to approve it: two people who may, or a group of them. */
async function isThereASecond({ people, settings }: ReadingDeps): Promise<boolean> {
  const { approvers, admins } = settings.roles;
  if (approvers.length === 0) return true;
  const named = [...new Set([...approvers, ...admins])];
  if (named.some((id) => id.startsWith('S'))) return true;
  const found = await Promise.all(named.map((id) => people.find(id as UserId)));
  return found.filter((one) => one && isFullMember(one) && hasRole(one, named)).length > 1;
}

function hasTestOf({ messages }: Conversation, by: UserId): boolean {
  return messages.some(
    (one) =>
      one.direction === 'out' &&
      one.purpose === 'test' &&
      one.by === by &&
      one.state !== 'not_sent' &&
      one.state !== 'rejected',
  );
}

function hasReceipt({ messages }: Conversation): boolean {
  return messages.some(
    (one) => one.direction === 'out' && (one.state === 'delivered' || one.state === 'undeliverable'),
  );
}

function hasText({ messages }: Conversation): boolean {
  return messages.some(({ direction }) => direction === 'in');
}

async function hasAnyReceipt({ store }: ReadingDeps): Promise<boolean> {
  for (const { id } of await store.campaigns.list()) {
    const { counts } = await store.recipients.tally(id);
    if (counts.delivered + counts.undeliverable > 0) return true;
  }
  return false;
}

async function hasAnyText({ store }: ReadingDeps): Promise<boolean> {
  for (const { id } of await store.campaigns.list()) {
    if ((await store.conversations.ofCampaign(id)).some(hasText)) return true;
  }
  return false;
}
