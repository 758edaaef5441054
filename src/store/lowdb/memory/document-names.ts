import type { CampaignId, ConversationId } from '../../../domain/ids.ts';

/** Recipients per document. */
export const chunkSize = 500;
/** Suppressions are spread over this many documents, by the last two digits. */
export const suppressionShards = 100;

export const announcementsDocument = 'announcements';
export const remindersDocument = 'reminders';
/** Where people said they live. */
export const residencesDocument = 'residences';
/** What is known of the folder itself. */
export const folderDocument = 'folder';
/** Keys of programs that send campaigns in. */
export const apiKeysDocument = 'keys';
export const formsDocument = 'forms';
/** Lists that are being read. */
export const importsDocument = 'imports';
/** Books of rules under which campaigns were approved. */
export const booksDocument = 'books';

export function campaignDocument(id: CampaignId): string {
  return `campaign.${id}`;
}

/** The running state of recipients `chunk * chunkSize` and following. */
export function stateDocument(id: CampaignId, chunk: number): string {
  return `state.${id}.${chunk}`;
}

export function stateDocumentOf(id: CampaignId, no: number): string {
  return stateDocument(id, Math.floor(no / chunkSize));
}

export function listDocument(id: CampaignId, generation: string, chunk: number): string {
  return `list.${id}.${generation}.${chunk}`;
}

export function suppressionShard(number: string): number {
  return Number(number.slice(-2));
}

export function suppressionsDocument(shard: number): string {
  return `suppressions.${shard}`;
}

/** A campaign's conversations are spread by the first letter of their id, so that no document grows large. */
export function conversationsDocument(campaignId: CampaignId | null, id: ConversationId): string {
  return `conversations.${campaignId ?? 'none'}.${id[0]}`;
}

export function chunksOf(size: number): number {
  return Math.ceil(size / chunkSize);
}

/** What a document's name says about its content. */
export function readDocumentName(
  name: string,
):
  | { of: Whole }
  | { of: 'campaign'; id: CampaignId }
  | { of: 'state'; id: CampaignId; chunk: number }
  | { of: 'suppressions'; shard: number }
  | { of: 'conversations'; campaignId: CampaignId | null; letter: string }
  | undefined {
  const [of, id, part] = name.split('.');
  if (isWhole(of)) return { of };
  if (of === 'suppressions') return { of, shard: Number(id) };
  if (of === 'campaign') return { of, id: id as CampaignId };
  if (of === 'state') return { of, id: id as CampaignId, chunk: Number(part) };
  if (of === 'conversations') {
    return { of, campaignId: id === 'none' ? null : (id as CampaignId), letter: part ?? '' };
  }
  return undefined;
}

/** Kinds of which there is one document. */
const wholes = ['announcements', 'reminders', 'residences', 'folder', 'forms', 'imports', 'books', 'keys'] as const;
type Whole = (typeof wholes)[number];

function isWhole(of: string | undefined): of is Whole {
  return wholes.some((one) => one === of);
}
