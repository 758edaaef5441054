import { nothingForeseen } from '../answering/answering.ts';
import { writeAnswering } from '../answering/answering-texts.ts';
import { canonicalJson } from '../canonical-json.ts';
import { writeConsent } from '../consent/consent-texts.ts';
import { writeLeaveOut } from '../leave-out/read-leave-out.ts';
import { canaryInWords } from '../pace/canary-texts.ts';
import { durationInWords } from '../pace/duration.ts';
import type { PaceLimits } from '../pace/pace-limits.ts';
import { formatSendingHours } from '../pace/sending-hours.ts';
import { approvedContent, type CampaignContent, contentHash } from './approval.ts';
import type { Campaign } from './campaign.ts';
import { approvedLimits } from './pace-of.ts';

/** A part of a campaign that somebody approves, in the order in which people read it. */
export type Part =
  | 'name'
  | 'sender'
  | 'message'
  | 'people'
  | 'list'
  | 'batchSize'
  | 'every'
  | 'hold'
  | 'pace'
  | 'answerWithin'
  | 'hours'
  | 'start'
  | 'channel'
  | 'expected'
  | 'canned'
  | 'outcomes'
  | 'showColumns'
  | 'leaveOut'
  | 'canary'
  | 'notAfter'
  | 'consent'
  | 'other';

/** One changed part, as people write it. `start` and `channel`: the instant (empty: once approved) and the id. */
export type Difference = { part: Part; from: string; to: string };

/**
 * What changed between two contents: a line for each changed part, and none exactly if an approval of the one holds for the
 * other.
 */
export function differencesOf(before: CampaignContent, after: CampaignContent): Difference[] {
  const found = changed(partsOf(before), partsOf(after));
  const isTold = found.length > 0 || contentHash(whole(before)) === contentHash(whole(after));
  return isTold ? found : [{ part: 'other', from: '', to: '' }];
}

/** What reviewers have before them, to be kept as it goes back to draft. */
export function asReviewed(campaign: Campaign, now: Date): NonNullable<Campaign['formerly']> {
  return { at: now.toISOString(), content: approvedContent(campaign), people: { added: 0, gone: 0 } };
}

/** The same for two paces. */
export function paceDifferences(before: PaceLimits, after: PaceLimits): Difference[] {
  return changed(paceParts(before), paceParts(after));
}

/** What a campaign does not have is the same as an empty one. */
function whole(content: CampaignContent): CampaignContent {
  return { ...content, answering: content.answering ?? nothingForeseen };
}

type Parts = readonly (readonly [Part, string])[];

function changed(before: Parts, after: Parts): Difference[] {
  return before.flatMap(([part, from], no) => {
    const to = after[no]?.[1] ?? '';
    return from === to ? [] : [{ part, from, to }];
  });
}

function partsOf(content: CampaignContent): Parts {
  const { name, sender, template, startAt, channel, list } = content;
  const answering = writeAnswering(content.answering ?? nothingForeseen);
  const { hash, ...reading } = list;
  return [
    ['name', name],
    ['sender', sender],
    ['message', template],
    ['people', hash],
    ['list', canonicalJson(reading)],
    ...paceParts(approvedLimits(content)),
    ['start', startAt ?? ''],
    ['channel', channel],
    ['expected', answering.expected],
    ['canned', answering.canned],
    ['outcomes', answering.outcomes],
    ['showColumns', answering.showColumns],
    ['leaveOut', writeLeaveOut(content.leaveOut ?? [])],
    ['canary', content.canary ? canaryInWords(content.canary) : ''],
    ['notAfter', content.notAfter ?? ''],
    ['consent', writeConsent(content.consent)],
  ];
}

function paceParts({ throttle, hours, answerWithinSeconds }: PaceLimits): Parts {
  const { batchSize, everySeconds, holdAbove, pace } = throttle;
  return [
    ['batchSize', String(batchSize)],
    ['every', durationInWords(everySeconds)],
    ['hold', holdAbove === null ? 'never' : String(holdAbove)],
    ['pace', pace === 'team' ? 'Follow the team' : 'Fixed'],
    ['answerWithin', answerWithinSeconds === null ? 'not said' : durationInWords(answerWithinSeconds)],
    ['hours', formatSendingHours(hours)],
  ];
}
