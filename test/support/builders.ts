import { type Campaign, expectedAudience } from '../../src/domain/campaign/campaign.ts';
import type { FormInput } from '../../src/domain/campaign/campaign-form.ts';
import type { Member } from '../../src/domain/campaign/permissions.ts';
import type { ConsentTexts } from '../../src/domain/consent/consent-texts.ts';
import { CampaignId, ChannelId, ConversationId, PhoneNumber, SenderId, UserId } from '../../src/domain/ids.ts';
import { type Progress, progressOf } from '../../src/domain/pace/progress.ts';
import { noCounts, type Recipient, type StateCounts } from '../../src/domain/recipient/recipient.ts';
import type { Conversation, InboundMessage, OutboundMessage } from '../../src/domain/reply/conversation.ts';
import type { Suppression } from '../../src/domain/reply/suppression.ts';
import type { RuleOf } from '../../src/domain/rules/rule.ts';
import type { TeamLoad } from '../../src/domain/team/load.ts';
import type { Preview } from '../../src/services/campaigns/previewing.ts';
import type { ServiceSettings } from '../../src/services/deps.ts';
import type { CampaignReport } from '../../src/services/reports/reports.ts';

export const author = UserId.parse('U0AUTHOR');
export const approver = UserId.parse('U0APPROVER');
export const agent = UserId.parse('U0AGENT');
export const admin = UserId.parse('U0ADMIN');
export const channel = ChannelId.parse('C0REUNION');
export const sender = SenderId.parse('12015550123');
export const campaignId = CampaignId.parse('abcd2345');
export const conversationId = ConversationId.parse('abcdefgh2345');

/** +12015550100, +12015550101, … as valid numbers, one for each position in a list. */
export function aNumber(no = 0): PhoneNumber {
  return PhoneNumber.parse(`+1201${5550100 + no}`);
}

/** One Mexican for each number: as lists write it (with 12 digits), and as networks still do (13 digits). */
export function aMexican(no = 0): { listed: PhoneNumber; fromNetwork: PhoneNumber } {
  const national = `55${12345600 + no}`;
  return { listed: PhoneNumber.parse(`+52${national}`), fromNetwork: PhoneNumber.parse(`+521${national}`) };
}

/** A running campaign of 120 people, approved, 50 every 5 minutes, held above 10 unanswered replies. */
export function aCampaign(overrides: Partial<Campaign> = {}): Campaign {
  return {
    id: campaignId,
    version: 1,
    origin: 'V0FORM',
    name: 'Autumn reunion',
    status: 'running',
    sender,
    template: 'Hi {{first_name|there}}, will you come on Friday? Reply STOP to opt out.',
    throttle: { batchSize: 50, everySeconds: 300, holdAbove: 10 },
    hours: { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '20:00' },
    startAt: null,
    zone: 'Europe/Berlin',
    channel,
    list: {
      size: 120,
      columns: ['first_name'],
      hash: 'f'.repeat(64),
      duplicates: 0,
      invalid: 0,
      optedOut: 0,
      rejected: [],
    },
    segments: { total: 120, most: 1, encoding: 'GSM-7' },
    createdBy: author,
    createdAt: '2026-11-23T14:00:00.000Z',
    lastEditedBy: author,
    submittedAt: '2026-11-23T14:05:00.000Z',
    approval: { by: approver, at: '2026-11-23T14:30:00.000Z', contentHash: 'c'.repeat(64) },
    sentBack: null,
    pause: null,
    holdSince: null,
    startedAt: '2026-11-23T14:30:01.000Z',
    settlingSince: null,
    endedAt: null,
    reportedBatch: 0,
    unconfirmedToldAt: null,
    ...overrides,
  };
}

/** The same as its author left it, before anybody approved it. */
export function aDraft(overrides: Partial<Campaign> = {}): Campaign {
  return aCampaign({ status: 'draft', submittedAt: null, approval: null, startedAt: null, ...overrides });
}

export function aFormInput(overrides: Partial<FormInput> = {}): FormInput {
  return {
    name: 'Autumn reunion',
    sender,
    message: 'Hi {{first_name|there}}, will you come on Friday? Reply STOP to opt out.',
    batchSize: '50',
    every: '5m',
    start: '',
    hours: '09:00-20:00',
    hold: '10',
    channel,
    ...overrides,
  };
}

/** As an author enters it who has a form on their site. */
export function consentTexts(overrides: Partial<ConsentTexts> = {}): ConsentTexts {
  return {
    agreedHow: 'form',
    agreedWording: 'Yes, text me about reunions',
    agreedFrom: '2026-01-05',
    agreedTo: '2026-10-30',
    agreedHolder: 'Ada',
    messageClass: 'marketing',
    ...overrides,
  };
}

/** A country that wants it in writing. */
export function aConsentRule(
  needs: RuleOf<'consent'>['says']['needs'] = 'express_written',
  place = 'US',
): RuleOf<'consent'> {
  const source = { title: 'A law', readOn: '2026-11-01' };
  const says = { kind: 'consent' as const, needs };
  return { id: `${place}/consent/1`, place, appliesTo: 'marketing', says, basis: 'law', surety: 'sure', source };
}

export function counts(some: Partial<StateCounts> = {}): StateCounts {
  return { ...noCounts(), ...some };
}

/** What people see of so many recipients in each state. */
export function aProgress(some: Partial<StateCounts> = { queued: 70, submitted: 10, delivered: 40 }): Progress {
  return progressOf(counts(some));
}

/** After the first batch of three, waiting for the second one at 16:05 in Berlin. */
export function aReport(overrides: Partial<CampaignReport> = {}): CampaignReport {
  return {
    campaign: aCampaign(),
    at: new Date('2026-11-23T15:01:00.000Z'),
    progress: aProgress(),
    audience: expectedAudience(overrides.campaign ?? aCampaign()),
    replies: 3,
    unanswered: 1,
    team: aTeam({ replies: overrides.unanswered ?? 1 }),
    outcomes: [],
    countings: [],
    neverAnswered: { waiting: [], handled: [] },
    waits: null,
    grade: null,
    optedOut: 2,
    leftOut: { queued: 0, skipped: {} },
    batch: { no: 1, of: 3 },
    plan: { kind: 'wait', until: new Date('2026-11-23T15:05:00.000Z'), because: 'interval' },
    waitingPlaces: [],
    isFolderInDoubt: false,
    standstill: null,
    doneAt: new Date('2026-11-23T15:10:00.000Z'),
    ...overrides,
  };
}

/** Whose open replies all answer the one campaign. */
export function aTeam({ replies = 0, ...overrides }: Partial<TeamLoad> = {}): TeamLoad {
  const of = replies > 0 ? [{ id: campaignId, name: 'Reunion', replies }] : [];
  return { replies, of, inHands: 0, isLate: false, ...overrides };
}

export function aPreview(overrides: Partial<Preview> = {}): Preview {
  const { list } = overrides.campaign ?? aDraft();
  return {
    campaign: aDraft(),
    contentHash: 'c'.repeat(64),
    audience: { people: expectedAudience({ list }), optedOut: list.optedOut },
    samples: [
      { number: '•••• 0100', text: 'Hi Ada, will you come on Friday? Reply STOP to opt out.', isLeftOut: false },
      { number: '•••• 0101', text: 'Hi Grace, will you come on Friday? Reply STOP to opt out.', isLeftOut: false },
      { number: '•••• 0102', text: 'Hi there, will you come on Friday? Reply STOP to opt out.', isLeftOut: false },
    ],
    foretelling: null,
    outlook: { at: new Date('2026-11-23T15:00:00.000Z'), places: [], rules: [], looser: [] },
    cost: { amount: 9.6, currency: 'EUR', unpriced: [] },
    places: [{ country: 'US', people: 120, segments: 120, cost: 9.6 }],
    abroad: [],
    needsAdmin: (overrides.abroad ?? []).length > 0,
    tests: [],
    alsoWaiting: { people: 0, campaigns: [] },
    forecast: {
      size: 120,
      batches: 3,
      firstBatchAt: new Date('2026-11-23T15:00:00.000Z'),
      lastBatchAt: new Date('2026-11-23T15:10:00.000Z'),
      doneAt: new Date('2026-11-23T15:10:20.000Z'),
    },
    foreseen: null,
    pace: '50 people every 5 minutes: 3 batches, done by 16:11',
    warnings: [],
    textProblems: [],
    textedLately: 0,
    consent: { old: [], undated: null, weak: [] },
    folder: null,
    changes: null,
    ...overrides,
  };
}

export function aRecipient(overrides: Partial<Recipient> = {}): Recipient {
  const no = overrides.no ?? 0;
  return {
    campaignId,
    no,
    number: aNumber(no),
    values: ['Ada'],
    state: 'queued',
    attempt: 1,
    reason: null,
    messageId: null,
    batch: 0,
    changedAt: null,
    ...overrides,
  };
}

export function anInbound(overrides: Partial<InboundMessage> = {}): InboundMessage {
  return {
    direction: 'in',
    id: 'in-1',
    text: 'Yes, with two friends',
    reading: 'reply',
    at: '2026-11-23T14:40:00.000Z',
    post: null,
    ...overrides,
  };
}

export function anAnswer(overrides: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    direction: 'out',
    id: 'd1.abcdefgh2345.1',
    text: 'Great, see you then',
    purpose: 'answer',
    cause: 'V0REPLY',
    by: agent,
    at: '2026-11-23T14:42:00.000Z',
    state: 'submitted',
    reason: null,
    ...overrides,
  };
}

/** Ada answered a campaign, and nobody has answered her. */
export function aConversation(overrides: Partial<Conversation> = {}): Conversation {
  return {
    id: conversationId,
    version: 1,
    campaignId,
    number: aNumber(),
    sender,
    name: 'Ada',
    status: 'open',
    handledBy: null,
    messages: [anInbound()],
    ...overrides,
  };
}

export function aSuppression(overrides: Partial<Suppression> = {}): Suppression {
  return { number: aNumber(), kind: 'opted_out', at: '2026-11-20T09:00:00.000Z', source: 'sms', ...overrides };
}

/** A full, active member of the workspace in no user group. */
export function aPerson(overrides: Partial<Member> = {}): Member {
  return {
    id: author,
    name: 'Ada Lovelace',
    zone: 'Europe/Berlin',
    isBot: false,
    isDeactivated: false,
    isGuest: false,
    isExternal: false,
    groups: [],
    ...overrides,
  };
}

/** The services' settings as an operator would leave them: one sender, an admin, no texts of our own. */
export function settingsWith(overrides: Partial<ServiceSettings> = {}): ServiceSettings {
  return {
    senders: new Map([[sender, 100]]),
    accountRate: 200,
    roles: { creators: [], approvers: [], admins: [admin] },
    country: 'US',
    countries: [],
    businessNames: [],
    zone: 'UTC',
    inboxChannel: null,
    optOutConfirmation: null,
    helpText: null,
    autoAnswersPerDay: 500,
    rehearsals: 3,
    ...overrides,
  };
}
