import type { Announcement } from '../../domain/campaign/announcement.ts';
import type { Campaign, Post } from '../../domain/campaign/campaign.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { StorageError, type Store } from '../../ports/store.ts';
import type { Clock, Log } from '../../ports/world.ts';
import type { CampaignRecords } from '../../services/campaigns/campaigns.ts';
import type { ReportRecords } from '../../services/reports/reports.ts';
import { type BatchNote, mergeBatchNotes } from '../ui/messages/batch-notes.ts';
import { campaignMessage } from '../ui/messages/campaign-message.ts';
import { directMessage } from '../ui/messages/direct.ts';
import { noteMessage } from '../ui/messages/note.ts';
import { nudgeMessage } from '../ui/messages/nudging/nudge.ts';
import { countedCard } from '../ui/messages/replies/counted.ts';
import { groupCard } from '../ui/messages/replies/group.ts';
import { damagedListCard, reviewCard } from '../ui/messages/review-card.ts';
import type { Message } from '../ui/parts/message.ts';
import { renderCrowd } from './crowd/render-crowd.ts';
import type { Job } from './plan/outbox-plan.ts';
import { renderDigest } from './render-digest.ts';
import { copyOfCard } from './say-conversation.ts';

export type Facts = {
  store: Store;
  /** Of cards that say who is answering. */
  clock: Pick<Clock, 'now'>;
  log: Log;
  campaigns: CampaignRecords;
  reports: ReportRecords;
  /** The address of a post, for a link. */
  addressOf?: (post: Post) => Promise<string | undefined>;
  /** Users and user groups named as approvers: a review card asks them. */
  approvers?: readonly string[];
  /** Users and user groups that are admins: they decide about people in doubt. */
  admins?: readonly string[];
};

/** The words of what is owed, from the present state. Null when there is nothing to say any more. */
export async function renderAnnouncements(job: Job, facts: Facts): Promise<Message | null> {
  const [first, ...more] = job.announcements;
  const campaign = job.home?.campaign ?? null;
  if (job.crowd && campaign) return renderCrowd(campaign, { owed: job.announcements }, facts);
  switch (first.kind) {
    case 'direct':
    case 'channel_notice':
      return directMessage(first.text, campaign);
    case 'review_card':
      return campaign?.status === 'pending_approval' ? drawReviewCard(campaign, facts) : null;
    case 'campaign_message':
      return campaignMessage(await facts.reports.report(first.campaignId));
    case 'counted_card':
      return countedCard(await facts.reports.counted(first.campaignId));
    case 'group_card': {
      const group = await facts.reports.groupNow(first.campaignId, first);
      return group && groupCard(group);
    }
    case 'nudge': {
      const nudge = await facts.reports.nudge(first.campaignId, first);
      return nudge.named === null || nudge.replies === 0 ? null : nudgeMessage(nudge);
    }
    case 'digest':
      return renderDigest(first, facts);
    case 'note':
      return more.length > 0 ? mergeBatchNotes(batchNotes(job.announcements)) : renderNote(first, campaign!, facts);
    case 'inbound':
    case 'conversation_changed': {
      const conversation = await facts.store.conversations.get(first.conversationId);
      return conversation ? copyOfCard(conversation, campaign, facts.store) : null;
    }
  }
}

/** Also when its list was damaged meanwhile: nobody would know of a card that never comes. */
export async function drawReviewCard(
  campaign: Campaign,
  { campaigns, approvers, log }: Pick<Facts, 'approvers' | 'log'> & { campaigns: Pick<CampaignRecords, 'preview'> },
): Promise<Message> {
  try {
    return reviewCard(campaign, await campaigns.preview(campaign.id), approvers);
  } catch (error) {
    if (!(error instanceof StorageError) || !error.isDamage) throw error;
    log.error(
      { campaignId: campaign.id, err: error },
      'A part of the list is damaged; nobody can approve the campaign',
    );
    return damagedListCard(campaign);
  }
}

async function renderNote(
  { note, at }: Extract<Announcement, { kind: 'note' }>,
  campaign: Campaign,
  { reports, admins = [] }: Facts,
): Promise<Message> {
  const recipients = note.kind === 'unconfirmed' ? await reports.recipients(campaign.id, note.nos) : [];
  const report = needsReport(note.kind) ? await reports.report(campaign.id) : null;
  const audience = note.kind === 'started' ? (await reports.audience(campaign.id)).people : undefined;
  return noteMessage(note, { campaign, recipients, report, at, admins, ...(audience !== undefined && { audience }) });
}

function needsReport(kind: string): boolean {
  return kind === 'completed' || kind === 'cancelled' || kind === 'failed';
}

function batchNotes(announcements: readonly Announcement[]): BatchNote[] {
  return announcements
    .map((announcement) => (announcement.kind === 'note' ? announcement.note : undefined))
    .filter((note) => note?.kind === 'batch');
}

/** Is this the end, after which the thread gets the summary as a file? */
export function endedCampaign(announcement: Announcement): CampaignId | undefined {
  return announcement.kind === 'note' && announcement.note.kind === 'completed' ? announcement.campaignId : undefined;
}
