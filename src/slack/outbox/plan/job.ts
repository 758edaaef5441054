import type { Announcement } from '../../../domain/campaign/announcement.ts';
import type { Campaign, Post } from '../../../domain/campaign/campaign.ts';
import type { CampaignId, ChannelId, ConversationId, UserId } from '../../../domain/ids.ts';
import type { Conversation } from '../../../domain/reply/conversation.ts';
import type { CampaignPosts } from '../../../ports/store.ts';

/** Where a post goes; with a thread, below that message. */
export type PostingPlace = { channel: ChannelId | UserId; thread: string | null };

/** What is said next in one channel: usually one announcement, or several in one post. */
export type Job = {
  announcements: readonly [Announcement, ...Announcement[]];
  place: PostingPlace;
  home: Home | null;
  /** Many people of no campaign, told in one post. */
  isDigest?: true;
  /** Many people of a campaign who wrote in the same minute: one post with a line for each. */
  crowd?: true;
  /** A post that stands, which is drawn again. */
  redraws?: Post;
  /** A copy for the campaign's author while its channel is closed; the channel is still owed it. */
  inPerson?: { closed: ChannelId | UserId };
};

export type Home = { campaign: Campaign; posts: CampaignPosts };

export type OutboxFacts = {
  pending: readonly Announcement[];
  homes: ReadonlyMap<CampaignId, Home>;
  /** Where texts of no campaign go; null while there is no such place. */
  strangers: ChannelId | null;
  /** Where the existing cards of conversations of no campaign stand. */
  cards?: ReadonlyMap<ConversationId, ChannelId>;
  /** Announcements that failed and are left alone for now. They hold nothing else up. */
  parked: ReadonlySet<string>;
  /** Channels that take no post at the moment. */
  closed?: ReadonlySet<string>;
  /** Deleted messages, below which nothing can be said. */
  goneRoots?: ReadonlySet<string>;
  /** Conversations whose card was changed a moment ago. */
  resting?: ReadonlySet<ConversationId>;
  /** Channels that were told of many people of no campaign a moment ago. */
  restingDigests?: ReadonlySet<string>;
  /** The conversations of campaigns about which something is owed. */
  conversations?: ReadonlyMap<ConversationId, Conversation>;
  crowds?: CrowdFacts;
  now?: Date;
};

export type CrowdFacts = {
  /** Channels that were behind a moment ago: their cards are still merged. */
  busy: ReadonlySet<string>;
  /** Campaigns that posted a crowd a moment ago: the next one waits for more of its minute. */
  resting: ReadonlySet<CampaignId>;
  /** Conversations that Slack refused in a post with others. */
  apart: ReadonlySet<ConversationId>;
};
