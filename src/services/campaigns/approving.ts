import { placesAbroad, whyNotSendAbroad } from '../../domain/campaign/abroad.ts';
import { contentHash } from '../../domain/campaign/approval.ts';
import { type Campaign, submittersOf, writersOf } from '../../domain/campaign/campaign.ts';
import { type PaceInput, readPace, writePace } from '../../domain/campaign/change-of-pace.ts';
import { asReviewed } from '../../domain/campaign/difference.ts';
import { approvedLimits } from '../../domain/campaign/pace-of.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import { type ReviewBox, refuseBought, tickedBoxes } from '../../domain/consent/boxes.ts';
import type { CampaignId, Instant, UserId } from '../../domain/ids.ts';
import { refuseLongMessage } from '../../domain/measure/measure.ts';
import { throttleInWords } from '../../domain/pace/progress.ts';
import type { Throttle } from '../../domain/pace/throttle.ts';
import { homeCountries } from '../../domain/phone/reach.ts';
import { Expected } from '../../domain/rehearsal/rehearse.ts';
import { direct, note, post } from '../announcements.ts';
import { refuse, requireApprover, requireCreator, requireReader, requireWriter } from '../authority.ts';
import type { Deps } from '../deps.ts';
import { refuseOpenFolderQuestion, vouchForFolder } from '../folder/folder-question.ts';
import { changeCampaign, inStatus, needCampaign, refuseUnlessSame } from '../lifecycle/change-campaign.ts';
import { refuseOpenQuestions } from '../list/refuse-gaps.ts';
import { audienceOf, measured } from '../list/stored-list.ts';
import { refuseWording, refuseWordingInReview, textProblemsOf } from '../list/wording.ts';
import type { Foretellings } from './foretelling.ts';
import type { Preview, Previewing } from './previewing.ts';

/** From a draft to an approval, and back. */
export type Approving = {
  /**
   * Refused unless the campaign is as seen; `version` also tells whether it was sent back since. `vouches`: the box
   * about the data folder is ticked, which counts from an admin; the moment names the question that the box was about.
   * The same in `approve`. `refuse`: throws what else speaks against it, in the turn in which it is submitted.
   */
  submit(
    id: CampaignId,
    input: {
      by: UserId;
      contentHash: string;
      version?: number | undefined;
      vouches?: boolean | Instant;
      refuse?: () => void;
    },
  ): Promise<Campaign>;
  /** What Review opens: the review for people who may approve, their own submission for its writers. Throws for others. */
  openReview(id: CampaignId, by: UserId): Promise<{ kind: 'review' | 'own'; preview: Preview }>;
  /** Throws when this person may not approve it now: asked before anything about it is shown, and again by approve. */
  checkApprover(id: CampaignId, by: UserId): Promise<Campaign>;
  /** `ticked`: the boxes that the review has where nobody said how these people agreed, or where it is said to be no offer. */
  approve(
    id: CampaignId,
    input: { by: UserId; contentHash: string; vouches?: boolean | Instant; ticked?: readonly ReviewBox[] },
  ): Promise<Campaign>;
  /** With `contentHash`: only while it is still what they have seen. */
  sendBack(id: CampaignId, input: { by: UserId; reason: string; contentHash?: string }): Promise<Campaign>;
  /** Sends it back with a pace that its writers can take with one press. Proposing makes nobody a writer. */
  proposePace(
    id: CampaignId,
    input: { by: UserId; typed: Pick<PaceInput, 'batchSize' | 'every' | 'hold'>; contentHash: string },
  ): Promise<Campaign>;
  /** Takes the proposed pace as an edit of one's own, and submits it. Refused unless the campaign is as seen. */
  usePace(id: CampaignId, input: { by: UserId; contentHash: string }): Promise<Campaign>;
};

/** Release by a second person, bound to exactly what they saw. */
export function createApproving(
  deps: Deps,
  preview: Previewing['preview'],
  foretellings: Foretellings,
  dispatcher: { wake(): void },
): Approving {
  const { store, people, clock, settings, log, rules } = deps;

  /** People without a role are not told what has become of a campaign. */
  const checkApprover = async (id: CampaignId, by: UserId, find = people.find) => {
    const person = await find(by);
    requireReader(deps, person);
    const campaign = await needCampaign(store, id);
    await refuseUnlessPending(deps, campaign);
    requireApprover(deps, person, campaign);
    return { campaign, person };
  };

  return {
    submit: async (id, { by, contentHash: seen, version, vouches, refuse }) => {
      const person = await people.findNow(by);
      requireCreator(deps, person);
      requireWriter(deps, person, await needCampaign(store, id));
      if (vouches) await vouchForFolder(deps, person, vouches);
      const { submittedFor, problems, now } = await beforeSubmitting(deps, id);
      return changeCampaign(deps, id, (campaign) => {
        if (campaign.status === 'pending_approval' && contentHash(campaign) === seen) return undefined;
        refuseUnlessSame(campaign, seen);
        if (campaign.status !== 'draft') throw alreadyBeyond(campaign);
        if (version !== undefined && campaign.version !== version) throw sentBackSince(campaign);
        refuse?.();
        refuseOpenQuestions(campaign);
        refuseBought(campaign.consent);
        refuseWording(problems);
        log.info({ campaignId: id, by }, 'Submitted for approval');
        return submitted(campaign, { by, now, submittedFor });
      });
    },

    openReview: async (id, by) => {
      const person = await people.find(by);
      requireReader(deps, person);
      const campaign = await needCampaign(store, id);
      await refuseUnlessPending(deps, campaign);
      const isOwn = [...writersOf(campaign), ...submittersOf(campaign)].includes(by);
      if (isOwn) requireCreator(deps, person);
      else requireApprover(deps, person, campaign);
      return { kind: isOwn ? 'own' : 'review', preview: await preview(id, person) };
    },

    checkApprover: async (id, by) => (await checkApprover(id, by)).campaign,

    approve: async (id, { by, contentHash: seen, vouches, ticked = [] }) => {
      const { campaign: known, person } = await checkApprover(id, by, people.findNow);
      // The list cannot change later: its hash is part of what was seen.
      const home = homeCountries(settings);
      const submitter = known.submittedBy ? await people.findNow(known.submittedBy) : undefined;
      const { segments } = await measured(store, known);
      refuseLongMessage(segments);
      const abroad = placesAbroad(segments.countries, home);
      refuse(whyNotSendAbroad([person, submitter], settings.roles, abroad));
      await refuseWordingInReview(deps, known, [person, submitter]);
      if (vouches) await vouchForFolder(deps, person, vouches);
      // As the review has said it.
      const told = await foretellings.lastOf(known);
      const now = clock.now();
      const foretold = told && { at: now.toISOString(), expected: Expected.parse(told.expected) };
      const approved = await changeCampaign(deps, id, (campaign) => {
        if (campaign.status !== 'pending_approval') throw alreadyBeyond(campaign);
        requireApprover(deps, person, campaign);
        refuseOpenFolderQuestion(deps);
        refuseUnlessSame(campaign, seen);
        log.info({ campaignId: id, by, contentHash: seen }, 'Approved');
        const kept = { contentHash: seen, rules: rules.book.hash };
        const approval = { by, at: now.toISOString(), ...kept, ...tickedBoxes(campaign.consent, ticked) };
        const { formerly: _decided, ...decided } = campaign;
        return {
          campaign: inStatus(decided, 'scheduled', { approval, ...(foretold && { foretold }), listSource: null }),
          announcements: [post('campaign_message', id, now), note(id, now, { kind: 'approved', by })],
          book: rules.toKeep(),
        };
      });
      dispatcher.wake();
      return approved;
    },

    sendBack: (id, input) => back(id, input),

    proposePace: async (id, { by, typed, contentHash: seen }) => {
      const { campaign } = await checkApprover(id, by, people.findNow);
      const { throttle } = readPace({ ...writePace(approvedLimits(campaign)), ...typed }, campaign);
      if (contentHash({ ...campaign, throttle }) === contentHash(campaign)) throw samePace();
      return back(id, { by, reason: `Another pace: ${throttleInWords(throttle)}`, contentHash: seen, throttle });
    },

    usePace: async (id, { by, contentHash: seen }) => {
      const person = await people.findNow(by);
      requireCreator(deps, person);
      requireWriter(deps, person, await needCampaign(store, id));
      const { submittedFor, problems, now } = await beforeSubmitting(deps, id);
      return changeCampaign(deps, id, (campaign) => {
        if (campaign.status !== 'draft' || !campaign.sentBack?.throttle) throw noPace();
        refuseUnlessSame(campaign, seen);
        if (campaign.sentBack.by === by) throw ownPace();
        refuseOpenQuestions(campaign);
        refuseBought(campaign.consent);
        refuseWording(problems);
        log.info({ campaignId: id, by }, 'The proposed pace was taken, and the campaign submitted');
        const { throttle } = campaign.sentBack;
        return submitted({ ...edited(campaign, by, now), throttle }, { by, now, submittedFor });
      });
    },
  };

  async function back(
    id: CampaignId,
    { by, reason, contentHash: seen, throttle }: Parameters<Approving['sendBack']>[1] & { throttle?: Throttle },
  ): Promise<Campaign> {
    const { person } = await checkApprover(id, by, people.findNow);
    const why = reason.trim().slice(0, 500);
    if (why === '')
      throw new CampaignError('no_reason', 'Say what has to change, so that the author can change it.', 'reason');
    const now = clock.now();
    return changeCampaign(deps, id, (campaign) => {
      if (campaign.status !== 'pending_approval') throw alreadyBeyond(campaign);
      if (seen !== undefined) refuseUnlessSame(campaign, seen);
      log.info({ campaignId: id, by }, 'Sent back');
      const text = `${person.name} sent “${campaign.name}” back: ${why}`;
      const sentBack = { by, at: now.toISOString(), reason: why, ...(throttle && { throttle }) };
      const formerly = asReviewed(campaign, now);
      return {
        campaign: inStatus(campaign, 'draft', { sentBack, submittedAt: null, formerly }),
        announcements: [direct(campaign.createdBy, id, now, text)],
      };
    });
  }
}

async function beforeSubmitting(deps: Deps, id: CampaignId) {
  const campaign = await needCampaign(deps.store, id);
  const submittedFor = (await audienceOf(deps, campaign)).people;
  return { submittedFor, problems: await textProblemsOf(deps, campaign), now: deps.clock.now() };
}

function submitted(campaign: Campaign, { by, now, submittedFor }: { by: UserId; now: Date; submittedFor: number }) {
  const submitters = [...new Set([...submittersOf(campaign), by])];
  const changes = { submittedAt: now.toISOString(), submittedBy: by, submitters, submittedFor, sentBack: null };
  return {
    campaign: inStatus(campaign, 'pending_approval', changes),
    announcements: [post('review_card', campaign.id, now)],
  };
}

/** Whoever takes a proposed pace has made it their own: they may not approve it. */
function edited(campaign: Campaign, by: UserId, now: Date): Campaign {
  const editedBy = [...new Set([...writersOf(campaign), by])];
  return { ...campaign, lastEditedBy: by, editedBy, editedAt: now.toISOString() };
}

function samePace(): CampaignError {
  return new CampaignError(
    'same_pace',
    'That is the pace it has. Change something, or press Back to review.',
    'batchSize',
  );
}

function noPace(): CampaignError {
  const sentence = 'Nothing was done: no other pace is proposed for this campaign any more. Open it again.';
  return new CampaignError('not_proposed', sentence);
}

/** They would no longer be able to approve it. */
function ownPace(): CampaignError {
  return new CampaignError(
    'not_yours',
    'You proposed this pace: a writer of the campaign takes it, and you can approve it then.',
  );
}

async function refuseUnlessPending({ people }: Deps, campaign: Campaign): Promise<void> {
  if (campaign.status === 'pending_approval') return;
  const approver = campaign.approval && (await people.find(campaign.approval.by));
  if (approver) {
    const sentence = `${approver.name} approved this campaign already. Its message in the channel shows how it goes.`;
    throw new CampaignError('already_approved', sentence);
  }
  throw alreadyBeyond(campaign);
}

/** The content is the same, but somebody has asked for changes meanwhile. */
function sentBackSince({ sentBack }: Campaign): CampaignError {
  const why = sentBack ? ` It was sent back: “${sentBack.reason}”` : '';
  const sentence = `Nothing was done: this campaign was submitted, and is a draft again, after you opened it.${why}`;
  return new CampaignError('content_changed', sentence);
}

function alreadyBeyond({ status }: Campaign): CampaignError {
  const sentence =
    status === 'draft'
      ? 'This campaign is a draft again: it was edited or sent back. Its author submits it once more when it is ready.'
      : 'Somebody else was faster: this campaign is not waiting for approval any more.';
  return new CampaignError('not_pending', sentence);
}
