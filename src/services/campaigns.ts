import type { Place } from '../domain/abroad.ts';
import type { Seen } from '../domain/approval.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { CampaignContent, FormInput } from '../domain/campaign-form.ts';
import type { CampaignPage, Shelf } from '../domain/campaign-shelf.ts';
import type { CampaignId, ConversationId, Instant, PhoneNumber, UserId } from '../domain/ids.ts';
import type { ReadList } from '../domain/list/read-list.ts';
import type { ListChoices } from '../domain/list/reading.ts';
import type { Forecast } from '../domain/progress.ts';
import type { OutboundMessage } from '../domain/reply/conversation.ts';
import { createApproving } from './approving.ts';
import type { Audience } from './audience.ts';
import { needCampaign } from './change-campaign.ts';
import { createControls } from './controls.ts';
import type { Deps } from './deps.ts';
import type { Dispatcher } from './dispatcher.ts';
import { createDrafting } from './drafting.ts';
import type { FolderBox } from './folder-question.ts';
import { createLooking } from './looking.ts';
import { createPreviewing } from './previewing.ts';
import type { RateLimits } from './rate-limits.ts';
import type { ListSource } from './read-list.ts';
import { createTestMessages } from './test-messages.ts';
import { createUnconfirmed } from './unconfirmed.ts';

/** What an author sees before submitting and an approver before approving: exactly the same facts. */
export type Preview = {
  campaign: Campaign;
  contentHash: string;
  audience: Audience;
  /**
   * The message as real recipients will read it: the first, the shortest, the longest, and those with unusual letters.
   * `isLeftOut`: they have opted out.
   */
  samples: readonly { number: string; text: string; isLeftOut: boolean }[];
  /** Over the whole list, so at most; `unpriced` are the countries whose price the provider did not tell. Null: none is told. */
  cost: { amount: number; currency: string; unpriced: readonly string[] } | null;
  /** Of each country; the cost is null where the price is not known. */
  places: readonly { country: string; people: number; segments: number; cost: number | null }[];
  /** Places beyond the countries that are sent from: an admin has to approve it. */
  abroad: readonly Place[];
  /** Tests that were sent to phones of the team, the latest first; `isThis`: of exactly this content. */
  tests: readonly { by: UserId; at: string; state: OutboundMessage['state']; isThis: boolean }[];
  /** People who wait for a message of these other campaigns as well. */
  alsoWaiting: { people: number; campaigns: readonly Pick<Campaign, 'id' | 'name'>[] };
  forecast: Forecast;
  /** "50 people every 5 minutes: 12 batches, done by 16:40" */
  pace: string;
  warnings: readonly string[];
  /** Of these people, how many another campaign texted within the last 24 hours. */
  textedLately: number;
  /** What an admin has to answer about the data folder; null: nothing. */
  folder: FolderBox | null;
};

export type MessagesPage = {
  campaign: Campaign;
  page: number;
  pages: number;
  messages: readonly { no: number; number: string; text: string; isOdd: boolean; isLeftOut: boolean }[];
};

/** What the program itself reads, to post and to edit: nobody asks, so nobody is checked. Nothing that people do gets hold of it. */
export type CampaignRecords = {
  get(id: CampaignId): Promise<Campaign>;
  preview(id: CampaignId): Promise<Preview>;
  list(): Promise<readonly Campaign[]>;
};

/** The same draft once more is one draft; `rejected` are the lines of the list that were left out, if any. */
export type Drafted = { campaign: Campaign; rejected: ReadList | null };

/**
 * Everything people do with a campaign before it runs and while it runs, and all they get to see of it. Each method is
 * told who asks and checks it, whatever a screen has shown before; a broken rule is a CampaignError.
 */
export type CampaignDoors = {
  /** Throws when this person may not write campaigns: asked before the form opens, and again by all that it leads to. */
  checkAuthor(by: UserId): Promise<void>;
  /** Reads the typed form; throws a FormError that names every wrong field. Quick: fit for the time before an acknowledgement. */
  read(input: FormInput, by: UserId): Promise<CampaignContent>;
  /** Reads the list and stores a draft. The same origin twice is one draft. Lists are read one at a time. */
  draft(input: { content: CampaignContent; source: ListSource; by: UserId; origin: string }): Promise<Drafted>;
  /** Throws when this person may not edit it, or it cannot be edited any more: asked before the form opens, and again by edit. */
  checkEdit(id: CampaignId, by: UserId): Promise<Campaign>;
  /**
   * Changes a draft, or takes a submitted campaign back to draft: any approval is void. Without a source the list stays.
   * Refused unless the campaign is still what was `seen` when the change began.
   */
  edit(
    id: CampaignId,
    input: { content: CampaignContent; source: ListSource | null; by: UserId; seen: Seen },
  ): Promise<Drafted>;
  /**
   * The author's answers to what was in doubt about a draft's list: it is read again from where it came. `open` gives a
   * stored file. Refused like an edit when the campaign is not what was seen.
   */
  decideList(
    id: CampaignId,
    input: {
      choices: ListChoices;
      by: UserId;
      seen: Seen;
      open: (fileId: string) => Promise<AsyncIterable<Uint8Array>>;
    },
  ): Promise<Drafted>;
  /** Puts plain quotes, hyphens, dots and spaces into a draft's message; like an edit, it voids any approval. */
  usePlainCharacters(id: CampaignId, input: { by: UserId; seen: Seen }): Promise<Campaign>;
  /** A page of the messages as each person will read theirs, from 0; those that say what the text does not come first. */
  messages(id: CampaignId, input: { page: number; by: UserId }): Promise<MessagesPage>;
  /**
   * One message to the author's own phone, as the first recipient would read it. A phone that is not known to be theirs
   * gets a code first, which comes with the next call. `key` names the form submission: the same one twice is one text.
   * With `contentHash`: only while it still is what they have seen.
   */
  sendTest(
    id: CampaignId,
    input: { to: string | { phone: ConversationId }; by: UserId; key: string; code?: string; contentHash?: string },
  ): Promise<{ kind: 'sent' | 'code_sent'; number: PhoneNumber; phone: ConversationId }>;
  /** The phone that this person has proved to have, if any. */
  ownPhone(by: UserId): Promise<PhoneNumber | undefined>;
  /**
   * Refused unless it still is what was seen: `version` also tells what was sent back since. `vouches`: the box about the
   * data folder is ticked, which counts when an admin did it; the moment names the question that the box was about. The
   * same in `approve`.
   */
  submit(
    id: CampaignId,
    input: { by: UserId; contentHash: string; version?: number | undefined; vouches?: boolean | Instant },
  ): Promise<Campaign>;
  /** What a press on Review opens: the review for who may approve, their own submission for who wrote it. Throws for others. */
  openReview(id: CampaignId, by: UserId): Promise<{ kind: 'review' | 'own'; preview: Preview }>;
  /** Throws when this person may not approve it now: asked before anything about it is shown, and again by approve. */
  checkApprover(id: CampaignId, by: UserId): Promise<Campaign>;
  approve(id: CampaignId, input: { by: UserId; contentHash: string; vouches?: boolean | Instant }): Promise<Campaign>;
  /** With `contentHash`: only while it still is what they have seen. */
  sendBack(id: CampaignId, input: { by: UserId; reason: string; contentHash?: string }): Promise<Campaign>;
  /**
   * Both answer with how many messages had already left and cannot be called back. With `contentHash`: only while it still
   * is what they have seen.
   */
  pause(id: CampaignId, by: UserId): Promise<{ campaign: Campaign; inFlight: number }>;
  cancel(id: CampaignId, by: UserId, contentHash?: string): Promise<{ campaign: Campaign; inFlight: number }>;
  /** Throws when this person may not cancel it, or it cannot be cancelled: asked before they are asked whether they are sure. */
  checkCancel(id: CampaignId, by: UserId): Promise<Campaign>;
  /** With `pausedAt`: only from the pause that began then, so that nobody undoes a later one unseen. */
  resume(id: CampaignId, by: UserId, pausedAt?: Instant): Promise<Campaign>;
  /**
   * Ends a draft and its list for good, while it still is what they have seen: deleted, unless somebody was asked to approve
   * it once; then it is cancelled.
   */
  remove(id: CampaignId, by: UserId, contentHash: string): Promise<{ campaign: Campaign; isGone: boolean }>;
  /**
   * A named person's decision about one recipient of whom nobody knows whether the message went out; with `attempt`, only
   * about that one.
   */
  resolveUnconfirmed(
    id: CampaignId,
    no: number,
    decision: 'release' | 'close',
    by: UserId,
    attempt?: number,
  ): Promise<void>;
  /** Closes everybody who was in doubt at that moment and still is. Says how many. */
  closeUnconfirmed(id: CampaignId, input: { until: Instant; by: UserId }): Promise<number>;
  open(id: CampaignId, by: UserId): Promise<Campaign>;
  show(id: CampaignId, by: UserId): Promise<Preview>;
  /** By id, unique prefix or name. Throws a CampaignError that lists what was meant when it is not clear. */
  find(query: string, by: UserId): Promise<Campaign>;
  /** A page of the list, newest first. */
  browse(wish: { which: Shelf; page: number; by: UserId }): Promise<CampaignPage>;
};

export type Campaigns = CampaignRecords & CampaignDoors;

export function createCampaigns(deps: Deps, limits: RateLimits, dispatcher: Dispatcher): Campaigns {
  const { store } = deps;
  const previewing = createPreviewing(deps);

  return {
    ...previewing,
    ...createDrafting(deps),
    ...createTestMessages(deps, limits),
    ...createApproving(deps, (id) => previewing.preview(id)),
    ...createControls(deps, dispatcher),
    ...createUnconfirmed(deps),
    ...createLooking(deps, (id) => previewing.preview(id)),
    get: (id) => needCampaign(store, id),
    list: () => store.campaigns.list(),
  };
}
