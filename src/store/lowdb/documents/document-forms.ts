import { z } from 'zod';
import { KeptForm } from '../../../domain/answering/kept-form.ts';
import { ApiKey } from '../../../domain/api-key.ts';
import { Announcement, DoubtCard, NudgePost } from '../../../domain/campaign/announcement.ts';
import { Campaign, Post } from '../../../domain/campaign/campaign.ts';
import { ListImport } from '../../../domain/campaign/list-import.ts';
import { FolderKnowledge } from '../../../domain/folder-standing.ts';
import { Instant, type PhoneNumber } from '../../../domain/ids.ts';
import { Reminder } from '../../../domain/nudge/reminder.ts';
import { Residence } from '../../../domain/place/residence.ts';
import { Conversation } from '../../../domain/reply/conversation.ts';
import { Group } from '../../../domain/reply/group.ts';
import { Suppression } from '../../../domain/reply/suppression.ts';
import { Conflict, Decision, Lift, ListRef } from '../memory/events.ts';

export const schemaVersion = 2;

/** What the folder is, and what must be in it. */
export const MetaDocument = z.object({
  schema: z.literal(schemaVersion),
  storeId: z.string(),
  created: Instant,
  /** Every event before this one is in the documents; the journal has all from here on. */
  journalFrom: z.int().min(1),
  /** Each with the checksum over its bytes: an older version cannot pass for it. */
  documents: z.record(z.string(), z.string().regex(/^[0-9a-f]{8}$/)),
  /** Deleted ones, whose files may still be there. */
  discarded: z.array(z.string()).optional(),
  /** The file that tells how far the journal reaches was begun and must be there from then on. Former stores have none. */
  hasReach: z.boolean().optional(),
});
export type MetaDocument = z.infer<typeof MetaDocument>;

/** From before there were checksums. */
export const FormerMetaDocument = MetaDocument.extend({ schema: z.literal(1), documents: z.array(z.string()) });

/** `null`: a former store, which recorded no checksum. */
export type Meta = Omit<MetaDocument, 'schema' | 'documents'> & {
  documents: ReadonlyMap<string, string | null>;
  isFormer: boolean;
};

/** The newest event in the document. */
const seq = z.int().min(0);

export const CampaignDocument = z.object({
  seq,
  campaign: Campaign,
  list: ListRef,
  posts: z.object({
    review: Post.nullable(),
    message: Post.nullable(),
    counted: Post.nullable().optional(),
    nudges: z.array(NudgePost).optional(),
    doubts: z.array(DoubtCard).optional(),
  }),
  /** Former stores have none. */
  groups: z.array(Group).optional(),
  batch: z.object({ no: z.int().min(1), startedAt: Instant, taken: z.int() }).nullable(),
  conflicts: z.array(Conflict),
  decisions: z.array(Decision),
});

/** Columns are checked by hand: a schema asks of each number what it is, and a start reads millions. */
const counts = z.custom<number[]>(
  (all) => Array.isArray(all) && all.every((one) => Number.isSafeInteger(one) && one >= 0),
  'not counts',
);

/** Up to 500 recipients, column by column, without what most have in common (attempt 1, no reason). */
export const StateDocument = z.object({
  seq,
  /** One letter each. */
  states: z.string().regex(/^[qcusndfrkx]{1,500}$/),
  attempts: z.record(z.string(), z.int().min(1).max(255)),
  reasons: z.record(z.string(), z.string()),
  batches: counts,
  changedAt: z.custom<number[]>((all) => Array.isArray(all) && all.every(Number.isSafeInteger), 'not whole numbers'),
  /** In seconds; former stores have none. */
  claimedAt: counts.optional(),
  /** Sets of ids with blanks between, and each recipient's index among them; former stores have none. */
  rules: z.object({ sets: z.array(z.string()), of: counts }).optional(),
  /** Empty: unknown. */
  messageIds: z.custom<string[]>((all) => Array.isArray(all) && all.every((id) => typeof id === 'string'), 'not ids'),
});
export type StateDocument = z.infer<typeof StateDocument>;

export const SuppressionsDocument = z.object({
  seq,
  current: z.array(Suppression),
  lifted: z.array(z.object({ was: Suppression, lift: Lift })),
});

export const ConversationsDocument = z.object({ seq, conversations: z.array(Conversation) });

export const AnnouncementsDocument = z.object({
  seq,
  pending: z.array(Announcement),
  /** Names of what is told once; former stores have none. */
  toldNews: z.array(z.string()).optional(),
});

export const FormsDocument = z.object({ seq, forms: z.record(z.string(), KeptForm) });
/** Former stores have none. */
export const ImportsDocument = z.object({ seq, imports: z.array(ListImport) });
/** Former stores have none. Texts by their hashes. */
export const BooksDocument = z.object({ seq, books: z.record(z.string(), z.string()) });
export const RemindersDocument = z.object({ seq, reminders: z.array(Reminder) });
export const ApiKeysDocument = z.object({ seq, keys: z.array(ApiKey) });
export const ResidencesDocument = z.object({ seq, residences: z.array(Residence) });

export const FolderDocument = FolderKnowledge.extend({
  seq,
  /** Older documents do not tell. */
  takenUntil: z.int().nullable().optional(),
});

/** The number, then the values of the columns. */
export type ListRow = readonly [PhoneNumber, ...string[]];

/** Checked by hand: millions of rows may have to be read before the first text can leave. */
export const ListDocument = z.object({
  rows: z.custom<ListRow[]>((rows) => Array.isArray(rows) && rows.every(isListRow), 'not rows of a list'),
  /** The rows' lines in the file; lists written before lines were kept have none. */
  lines: z.array(z.int()).optional(),
  /** Why the campaign's rules leave the rows out, '' for all others; lists of which nobody is left out have none. */
  leftOut: z.array(z.string()).optional(),
  /** Where the rows' people may be: keys, and each row's index among them; lists from before that was asked have none. */
  places: z.object({ keys: z.array(z.string()), of: z.array(z.int().min(0)) }).optional(),
});
export type ListDocument = z.infer<typeof ListDocument>;

const phoneNumber = /^\+[1-9]\d{6,14}$/;

function isListRow(row: unknown): boolean {
  if (!Array.isArray(row) || typeof row[0] !== 'string' || !phoneNumber.test(row[0])) return false;
  for (const value of row) if (typeof value !== 'string') return false;
  return true;
}
