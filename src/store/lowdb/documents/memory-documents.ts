import type { DocumentFiles } from '../files/document-file.ts';
import { addCampaign } from '../memory/apply-campaign.ts';
import { conversationsIn, putConversation } from '../memory/apply-conversation.ts';
import { putResidence } from '../memory/apply-residence.ts';
import { putSuppression } from '../memory/apply-suppression.ts';
import { chunksOf, readDocumentName } from '../memory/document-names.ts';
import type { Memory } from '../memory/memory.ts';
import type { CheckedDocuments } from './checked-documents.ts';
import {
  AnnouncementsDocument,
  ApiKeysDocument,
  BooksDocument,
  CampaignDocument,
  ConversationsDocument,
  FolderDocument,
  FormsDocument,
  ImportsDocument,
  RemindersDocument,
  ResidencesDocument,
  StateDocument,
  SuppressionsDocument,
} from './document-forms.ts';
import { restoreState, stateDocumentData } from './state-document.ts';

type Write = (files: DocumentFiles) => Promise<Buffer>;

/** The document as of now, to be written later. */
export function snapshotDocument(memory: Memory, name: string): Write | undefined {
  const part = readDocumentName(name);
  const seq = memory.documents.get(name) ?? 0;
  switch (part?.of) {
    case 'announcements': {
      const data = { seq, pending: [...memory.announcements.values()], toldNews: [...memory.toldNews] };
      return (files) => files.write(name, data, AnnouncementsDocument);
    }
    case 'reminders': {
      const data = { seq, reminders: [...memory.reminders.values()] };
      return (files) => files.write(name, data, RemindersDocument);
    }
    case 'residences': {
      const data = { seq, residences: [...memory.residences.values()] };
      return (files) => files.write(name, data, ResidencesDocument);
    }
    case 'keys': {
      const data = { seq, keys: [...memory.apiKeys.values()] };
      return (files) => files.write(name, data, ApiKeysDocument);
    }
    case 'folder': {
      const data = { seq, ...structuredClone(memory.folder), takenUntil: memory.takenUntil };
      return (files) => files.write(name, data, FolderDocument);
    }
    case 'forms': {
      const data = { seq, forms: Object.fromEntries(memory.forms) };
      return (files) => files.write(name, data, FormsDocument);
    }
    case 'imports': {
      const data = { seq, imports: [...memory.imports.values()] };
      return (files) => files.write(name, data, ImportsDocument);
    }
    case 'books': {
      const data = { seq, books: Object.fromEntries(memory.books) };
      return (files) => files.write(name, data, BooksDocument);
    }
    case 'suppressions': {
      const shard = memory.suppressions.shards[part.shard];
      if (!shard) return undefined;
      const data = { seq, current: [...shard.current.values()], lifted: [...shard.lifted] };
      return (files) => files.write(name, data, SuppressionsDocument);
    }
    case 'conversations': {
      const chosen = conversationsIn(memory, part.campaignId).filter(({ id }) => id[0] === part.letter);
      return (files) => files.write(name, { seq, conversations: chosen }, ConversationsDocument);
    }
    case 'campaign': {
      const known = memory.campaigns.get(part.id);
      if (!known) return undefined;
      const { campaign, list, posts, groups, batch } = known;
      const evidence = { conflicts: [...known.conflicts], decisions: [...known.decisions] };
      const data = {
        seq,
        campaign,
        list,
        posts,
        ...(groups.length > 0 && { groups: [...groups] }),
        batch,
        ...evidence,
      };
      return (files) => files.write(name, data, CampaignDocument);
    }
    case 'state': {
      const known = memory.campaigns.get(part.id);
      if (!known) return undefined;
      const data = stateDocumentData(known.columns, part.chunk, seq);
      return (files) => files.write(name, data, StateDocument);
    }
    default:
      return undefined;
  }
}

/** Reads one document into memory. Campaigns must come before their recipients' states. */
export async function restoreDocument(memory: Memory, documents: CheckedDocuments, name: string): Promise<void> {
  memory.documents.set(name, await restorePart(memory, documents, name));
}

async function restorePart(memory: Memory, documents: CheckedDocuments, name: string): Promise<number> {
  const part = readDocumentName(name);
  switch (part?.of) {
    case 'announcements': {
      const { seq, pending, toldNews = [] } = await documents.read(name, AnnouncementsDocument);
      for (const one of toldNews) memory.toldNews.add(one);
      for (const announcement of pending) memory.announcements.set(announcement.id, announcement);
      return seq;
    }
    case 'reminders': {
      const { seq, reminders } = await documents.read(name, RemindersDocument);
      for (const reminder of reminders) memory.reminders.set(reminder.member, reminder);
      return seq;
    }
    case 'residences': {
      const { seq, residences } = await documents.read(name, ResidencesDocument);
      for (const residence of residences) putResidence(memory, residence);
      return seq;
    }
    case 'keys': {
      const { seq, keys } = await documents.read(name, ApiKeysDocument);
      for (const key of keys) memory.apiKeys.set(key.id, key);
      return seq;
    }
    case 'folder': {
      const { seq, takenUntil, ...folder } = await documents.read(name, FolderDocument);
      memory.folder = folder;
      memory.takenUntil = takenUntil ?? null;
      return seq;
    }
    case 'forms': {
      const { seq, forms } = await documents.read(name, FormsDocument);
      for (const [key, form] of Object.entries(forms)) memory.forms.set(key, form);
      return seq;
    }
    case 'imports': {
      const { seq, imports } = await documents.read(name, ImportsDocument);
      for (const one of imports) memory.imports.set(one.id, one);
      return seq;
    }
    case 'books': {
      const { seq, books } = await documents.read(name, BooksDocument);
      for (const [hash, text] of Object.entries(books)) memory.books.set(hash, text);
      return seq;
    }
    case 'suppressions': {
      const { seq, current, lifted } = await documents.read(name, SuppressionsDocument);
      for (const suppression of current) putSuppression(memory.suppressions, suppression);
      memory.suppressions.shards[part.shard]?.lifted.push(...lifted);
      return seq;
    }
    case 'conversations': {
      const { seq, conversations } = await documents.read(name, ConversationsDocument);
      for (const conversation of conversations) putConversation(memory, conversation);
      return seq;
    }
    case 'campaign': {
      const { seq, groups = [], ...parts } = await documents.read(name, CampaignDocument);
      addCampaign(memory, { ...parts, groups });
      return seq;
    }
    case 'state': {
      const data = await documents.read(name, StateDocument);
      const columns = memory.campaigns.get(part.id)?.columns;
      if (!columns || part.chunk >= chunksOf(columns.size)) throw documents.damaged(name, 'its campaign is not there');
      const problem = restoreState(columns, part.chunk, data);
      if (problem) throw documents.damaged(name, problem);
      return data.seq;
    }
    default:
      throw documents.damaged('meta', `it lists "${name}", which this version does not know`);
  }
}
