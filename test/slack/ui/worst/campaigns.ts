import { type Answering, answeringLimits, outcomesOf } from '../../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../../src/domain/campaign/campaign.ts';
import type { EarlierMessage } from '../../../../src/domain/campaign/earlier-messages.ts';
import { CampaignId } from '../../../../src/domain/ids.ts';
import type { LeaveOut } from '../../../../src/domain/leave-out/leave-out.ts';
import type { PaceLimits } from '../../../../src/domain/pace/pace-limits.ts';
import { answerLimits } from '../../../../src/domain/reply/expected/expected-answer.ts';
import type { ResultCount } from '../../../../src/services/campaigns/copying.ts';
import type { Preview } from '../../../../src/services/campaigns/previewing.ts';
import type { CampaignReport } from '../../../../src/services/reports/reports.ts';
import {
  aCampaign,
  aConsentRule,
  agent,
  aNumber,
  aPreview,
  aProgress,
  aReport,
  campaignId,
} from '../../../support/builders.ts';
import { type Data, worstHands } from './data.ts';

export function worstCampaign({ name, short, text }: Data, overrides: Partial<Campaign> = {}): Campaign {
  const rejected = Array.from({ length: 5 }, (_, line) => ({ line: 1e6 + line, value: short, reason: short }));
  return aCampaign({
    name,
    template: text,
    leaveOut: worstLeaveOut(name),
    canary: { first: 100_000, goOn: 'alone' },
    notAfter: '2026-12-31T23:00:00.000Z',
    throttle: { batchSize: 100_000, everySeconds: 7 * 86_400 - 1, holdAbove: 10_000 },
    list: { size: 1e6, columns: [short], hash: 'f', duplicates: 1e6, invalid: 1e6, optedOut: 1e6, rejected },
    segments: {
      total: 2e7,
      most: 20,
      encoding: 'UCS-2',
      odd: {
        people: 1e6,
        links: 1e6,
        numbers: 1e6,
        long: 1e6,
        garbled: 1e6,
        garbledWord: short,
        hosts: Array(5).fill(short),
        moreHosts: 1e6,
        doubtful: 1e6,
        doubtfulHosts: Array(5).fill(short),
        nos: [],
      },
      costs: [1, 2, 20].map((segments) => ({ segments, people: 1e6 })),
      costly: { people: 1e6, more: 2e7, most: 20, letters: Array(5).fill(short.slice(0, 2)), example: short },
      thankYous: { total: 2e7, most: 20 },
      plainer: { letters: Array(10).fill('’'), people: 1e6, saved: 1e6 },
    },
    startAt: '2026-12-01T09:00:00.000Z',
    sentBack: { by: agent, at: '2026-11-23T14:00:00.000Z', reason: text },
    ...overrides,
  });
}

const longHours = {
  zone: 'America/Argentina/ComodRivadavia',
  days: [1, 3, 5, 7],
  from: '09:00',
  to: '20:00',
};

/** Everything about the pace changes, and each figure is as long as may be. */
export const worstPaces: { from: PaceLimits; to: PaceLimits } = {
  from: {
    throttle: { batchSize: 99_999, everySeconds: 6 * 86_400 - 1, holdAbove: 9_999 },
    hours: longHours,
    answerWithinSeconds: 604_799,
  },
  to: {
    throttle: { batchSize: 100_000, everySeconds: 7 * 86_400 - 1, holdAbove: null },
    hours: { ...longHours, from: '08:00' },
    answerWithinSeconds: null,
  },
};

/** Every part changed, and each is as long as may be. */
export function worstChanges({ name, short, text }: Data): Preview['changes'] {
  const parts = ['name', 'sender', 'message', 'people', 'list', 'batchSize', 'every', 'hold', 'answerWithin'] as const;
  const more = ['hours', 'expected', 'canned', 'outcomes', 'showColumns', 'leaveOut', 'other'] as const;
  return {
    since: '2026-11-23T14:00:00.000Z',
    differences: [
      ...[...parts, ...more].map((part) => ({ part, from: text, to: `${name}${short}` })),
      { part: 'start', from: '', to: '2026-12-01T09:00:00.000Z' },
      { part: 'channel', from: 'C0SMS', to: 'C0OTHER' },
    ],
    people: { added: 1e6, gone: 1e6 },
    listSize: 1e6,
  };
}

/** Slower than approved, with a faster pace proposed. */
export function worstPaced(data: Data): Campaign {
  return worstCampaign(data, {
    slowed: { ...worstPaces.from, answerWithinSeconds: 604_799, by: agent, at: '2026-11-23T15:00:00.000Z' },
    paceProposal: { by: agent, at: '2026-11-23T15:00:00.000Z', pace: worstPaces.to },
  });
}

/** A draft that an approver sent back with the pace that they would approve. */
export function worstSentBack(data: Data): Campaign {
  const { throttle } = worstPaces.from;
  const sentBack = { by: agent, at: '2026-11-23T14:00:00.000Z', reason: data.text, throttle };
  return worstCampaign(data, { status: 'draft', approval: null, sentBack });
}

export function worstEarlier({ name, text }: Pick<Data, 'name' | 'text'>): EarlierMessage[] {
  return Array.from({ length: 10 }, (_, no) => ({
    id: CampaignId.parse(`abcdefg${'abcdefghij'[no]}`),
    name,
    template: text,
  }));
}

export function worstLeaveOut(name: string): LeaveOut {
  const others = Array.from({ length: 9 }, () => ({ kind: 'in_campaign' as const, campaignId, name }));
  return [{ kind: 'texted', days: 365 }, ...others];
}

/** As much as a campaign may foresee, and more of a text than it may have. */
export function worstAnswering({ name, short, text }: Data): Answering {
  const times = <T>(count: number, one: (no: number) => T): T[] => Array.from({ length: count }, (_, no) => one(no));
  const label = (no: number) => `${no}${name}`.slice(0, answeringLimits.label);
  const words = times(answerLimits.words, () => short.slice(0, answerLimits.word));
  return {
    expected: times(answerLimits.lines, (no) => ({ label: label(no), words, thankYou: text })),
    canned: times(answeringLimits.canned, (no) => ({ label: label(no), text })),
    outcomes: times(answeringLimits.outcomes, (no) => label(no + answeringLimits.expected)),
    showColumns: times(answeringLimits.columns, () => short.slice(0, 42)),
    answerWithinSeconds: 604_799,
  };
}

const band = { low: 1e6, middle: 1e6 + 1, high: 1e6 + 2 };
const worstExpected = {
  done: { low: 1.9e12, middle: 1.95e12, high: 2e12 },
  mostOpen: band,
  longestWait: { low: 1e5, middle: 1e6, high: 1e9 },
  repliesPerHour: 1e6,
  handledPerHour: 1e6,
  replies: 1e7,
  isUsual: true,
  curve: Array.from({ length: 16 }, (_, no) => ({ at: new Date(1.95e12 + no * 1e8), open: 1e6 })),
};
const worstBetter = { batchSize: 100_000, everySeconds: 7 * 86_400 - 1, expected: worstExpected, isSure: false };

export function worstPreview(data: Data) {
  const { short, text } = data;
  return aPreview({
    foreseen: worstAnswering(data),
    foretelling: { expected: worstExpected, better: worstBetter, withinSeconds: 7 * 86_400 },
    samples: Array.from({ length: 3 }, () => ({ number: aNumber(), text, isLeftOut: true })),
    audience: { people: 1e6, optedOut: 1e6, leftOut: Array(10).fill(1e6), submitted: 1e6 - 1 },
    warnings: Array.from({ length: 40 }, () => short),
    pace: short,
    cost: { amount: 1_234_567.89, currency: 'EUR', unpriced: ['CU', 'NO', 'SE', 'FI'] },
    textedLately: 1e6,
    places: Array.from({ length: 40 }, () => ({ country: 'CU', people: 1e6, segments: 1e7, cost: 1e7 })),
    abroad: Array.from({ length: 40 }, () => ({ country: 'CU', people: 1e6, parts: 1e7 })),
    tests: [{ by: agent, at: '2026-11-23T14:40:00.000Z', state: 'delivered' as const, isThis: true }],
    alsoWaiting: { people: 1e6, campaigns: Array.from({ length: 40 }, () => ({ id: campaignId, name: short })) },
  });
}

export function worstPage(data: Data) {
  const one = { no: 1e6, number: '•••• 0100', text: data.text, isOdd: true, isLeftOut: true, byRule: true as const };
  return { campaign: worstCampaign(data), page: 1, pages: 1e5, messages: Array.from({ length: 3 }, () => one) };
}

export function worstReport(data: Data, overrides: Partial<CampaignReport> = {}): CampaignReport {
  return aReport({
    campaign: worstCampaign(data),
    progress: aProgress({
      queued: 1e6,
      delivered: 1e6,
      rejected: 1e6,
      unconfirmed: 1e6,
      skipped: 1e6,
      undeliverable: 1e6,
    }),
    replies: 1e6,
    unanswered: 1e6,
    team: {
      replies: 1e6,
      inHands: 1e6,
      isLate: true,
      of: Array.from({ length: 40 }, (_, no) => ({ id: otherId(no), name: data.name, replies: 1e6 })),
    },
    countings: Array.from({ length: 100 }, (_, no) => ({
      example: `${no} ${data.text}`,
      counts: { id: 'c', label: data.short.slice(0, 30) || 'x', by: agent, at: '2026-11-23T14:40:00.000Z' },
    })),
    neverAnswered: { waiting: [{ member: null, replies: 1e6 }, ...worstHands], handled: worstHands },
    optedOut: 1e6,
    outcomes: Array.from({ length: 20 }, (_, no) => ({ label: `${no} ${data.short}`.slice(0, 40), people: 1e6 })),
    waits: {
      answered: 1e6,
      medianMs: 1e9,
      p90Ms: 1e9,
      longestMs: 1e9,
      byMember: Array.from({ length: 50 }, () => ({ member: agent, answered: 1e6 })),
    },
    batch: { no: 1e6, of: 1e6 },
    grade: { expected: worstExpected, happened: { doneMs: 2e12, mostOpen: 1e6, longestWait: 1e9 } },
    ...overrides,
  });
}

export function worstResults(data: Data): ResultCount[] {
  const labels = outcomesOf(worstAnswering(data)).map((label) => ({ kind: 'outcome' as const, label }));
  const kinds = (['delivered', 'failed', 'no_answer'] as const).map((kind) => ({ kind }));
  return [...kinds, ...labels].map((result) => ({ result, people: 1e6 }));
}

function otherId(no: number): CampaignId {
  return CampaignId.parse(`others${String.fromCharCode(97 + Math.floor(no / 26), 97 + (no % 26))}`);
}

/** All of it said, of people whom no carrier allows. */
export function worstConsent({ name, short, text }: Data): NonNullable<Campaign['consent']> {
  return {
    how: 'bought',
    wording: text.slice(0, 500),
    from: '1990-01-01',
    to: '2199-12-31',
    holder: short.slice(0, 100),
    class: 'informational',
    takenFrom: name,
  };
}

export const worstConsentFacts: Pick<Preview, 'consent'> = {
  consent: {
    old: [
      { months: 18, people: 1e6, oldest: '1990-01-01', country: null, basis: 'house' },
      { months: 24, people: 1e6, oldest: '1990-01', country: 'CA', basis: 'law' },
      { months: 12, people: null, oldest: '1990-01-01', country: 'IE', basis: 'law' },
    ],
    undated: { people: 1e6, column: 'c'.repeat(42) },
    weak: Array.from({ length: 200 }, () => ({ country: 'US', rule: aConsentRule() })),
  },
};
