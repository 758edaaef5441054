import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { CampaignId } from '../../../domain/ids.ts';
import { saveApiKey } from './apply-api-keys.ts';
import {
  addDoubtCard,
  applyCampaignEvent,
  discardCampaign,
  saveGroup,
  setCampaignPost,
  setGroupPost,
  setNudgePost,
} from './apply-campaign.ts';
import { abandonConversations, addInbound, saveConversation, setInboundPost } from './apply-conversation.ts';
import { applyOpened, applyQuestioned, applyTaken, applyVouched } from './apply-folder.ts';
import { endImport, noteImport, storeImport } from './apply-imports.ts';
import {
  applyAbandoned,
  applyClaimed,
  applyConflict,
  applyExpired,
  applyIdentified,
  applyQueueSkipped,
  applyReceipt,
  applyRecorded,
  applyResolved,
  applyUnclaimed,
} from './apply-recipients.ts';
import { removeReminder, saveReminder } from './apply-reminders.ts';
import { settle } from './apply-residence.ts';
import { lift, suppress, suppressOlder } from './apply-suppression.ts';
import { announcementsDocument, booksDocument, formsDocument } from './document-names.ts';
import type { Event, EventOf } from './events.ts';
import { type CampaignMemory, type Memory, touch } from './memory.ts';

/** Changes memory by one event, and by nothing else: no clock, no chance, no disk. */
export function apply(memory: Memory, event: Event, seq: number): void {
  memory.seq = seq;
  memory.touched.clear();
  const change = changes[event.kind] as (memory: Memory, event: Event) => void;
  change(memory, event);
}

const changes: { [Kind in Event['kind']]: (memory: Memory, event: EventOf<Kind>) => void } = {
  campaign_created: applyCampaignEvent,
  campaign_saved(memory, event) {
    applyCampaignEvent(memory, event);
    keepBook(memory, event);
    storeImport(memory, event);
    announce(memory, event.announcements);
  },
  group_saved(memory, event) {
    saveGroup(memory, event);
    announce(memory, event.announcements);
  },
  campaign_discarded: discardCampaign,
  claimed: ofKnown(applyClaimed),
  unclaimed: ofKnown(applyUnclaimed),
  recorded: ofKnown(applyRecorded),
  identified: ofKnown(applyIdentified),
  receipt: ofKnown(applyReceipt),
  receipt_conflict: ofKnown(applyConflict),
  abandoned: ofKnown(applyAbandoned),
  queue_skipped: ofKnown(applyQueueSkipped),
  resolved: ofKnown(applyResolved),
  receipts_expired: ofKnown(applyExpired),
  suppressed: (memory, { suppression }) => suppress(memory, suppression),
  suppressed_many: (memory, { suppressions }) => {
    for (const one of suppressions) suppressOlder(memory, one);
  },
  lifted(memory, event) {
    lift(memory, event.lift);
    announce(memory, event.announcements ?? []);
  },
  inbound(memory, event) {
    addInbound(memory, event);
    applyConsequences(memory, event);
  },
  conversation_saved(memory, event) {
    saveConversation(memory, event.conversation);
    applyConsequences(memory, event);
  },
  conversations_abandoned: (memory, { ids }) => abandonConversations(memory, ids),
  announced(memory, { announcements, news = [] }) {
    announce(memory, announcements);
    if (news.length > 0 && touch(memory, announcementsDocument)) for (const one of news) memory.toldNews.add(one);
  },
  announcement_done: finishAnnouncement,
  reminder_saved(memory, event) {
    saveReminder(memory, event);
    announce(memory, event.announcements);
  },
  reminder_removed: removeReminder,
  api_key_saved(memory, event) {
    saveApiKey(memory, event);
    announce(memory, event.announcements);
  },
  opened: applyOpened,
  folder_questioned: applyQuestioned,
  folder_vouched: applyVouched,
  request_taken: applyTaken,
  form_kept: keepForm,
  import_noted: noteImport,
  import_ended: endImport,
};

/** The events of a campaign that is not there change nothing. */
function ofKnown<One extends { campaignId: CampaignId }>(
  change: (memory: Memory, known: CampaignMemory, event: One) => void,
): (memory: Memory, event: One) => void {
  return (memory, event) => {
    const known = memory.campaigns.get(event.campaignId);
    if (known) change(memory, known, event);
  };
}

function applyConsequences(memory: Memory, event: EventOf<'inbound' | 'conversation_saved'>): void {
  for (const one of [event.suppress ?? [], event.suppressAlso ?? []].flat()) suppress(memory, one);
  if (event.lift) lift(memory, event.lift);
  if (event.residence) settle(memory, event.residence);
  announce(memory, event.announcements);
}

function keepForm(memory: Memory, { key, form, forgotten }: EventOf<'form_kept'>): void {
  if (!touch(memory, formsDocument)) return;
  for (const one of forgotten) memory.forms.delete(one);
  memory.forms.set(key, form);
}

function keepBook(memory: Memory, { book }: EventOf<'campaign_saved'>): void {
  if (!book || !touch(memory, booksDocument)) return;
  for (const one of book.instead) memory.books.delete(one);
  memory.books.set(book.hash, book.text);
}

function announce(memory: Memory, announcements: readonly Announcement[]): void {
  if (announcements.length === 0 || !touch(memory, announcementsDocument)) return;
  for (const announcement of announcements) memory.announcements.set(announcement.id, announcement);
}

function finishAnnouncement(memory: Memory, { id, post, place }: EventOf<'announcement_done'>): void {
  if (touch(memory, announcementsDocument)) memory.announcements.delete(id);
  if (post === null || place === null) return;
  if (place.of === 'campaign') setCampaignPost(memory, place, post);
  else if (place.of === 'nudge') setNudgePost(memory, place, post);
  else if (place.of === 'doubt') addDoubtCard(memory, place, post);
  else if (place.of === 'group') setGroupPost(memory, place, post);
  else setInboundPost(memory, place, post);
}
