import { expect, test } from 'vitest';
import { audit, type Evidence } from '../../chaos/kills/audit.ts';
import type { Recipient } from '../../src/domain/recipient/recipient.ts';
import { aCampaign, aNumber, campaignId, counts } from '../support/builders.ts';

const [uuid, atMs] = ['0000-1', 1_000_000];

/** One person delivered, one that never left; both books agree. */
function sound(): Evidence {
  const person = (no: number, rest: Partial<Recipient>): Recipient => ({
    campaignId,
    no,
    number: aNumber(no),
    values: [],
    state: 'delivered',
    attempt: 1,
    reason: null,
    messageId: uuid,
    batch: 1,
    changedAt: null,
    ...rest,
  });
  const campaign = aCampaign({ status: 'completed' });
  const message = {
    messageUuid: uuid,
    clientRef: `v1.${campaignId}.0.1`,
    to: '12015550100',
    from: '',
    text: '',
    at: atMs,
  };
  return {
    accepted: [message],
    oracle: { pending: 0, refused: 0, taken: 2, repeated: 0, finals: { [uuid]: 'delivered' }, inbound: [] },
    books: {
      campaigns: [
        {
          campaign: { ...campaign, list: { ...campaign.list, size: 2 } },
          counts: counts({ delivered: 1, unconfirmed: 1 }),
          recipients: [person(0, {}), person(1, { state: 'unconfirmed', reason: 'crash', messageId: null })],
        },
      ],
      inbound: [],
      conversations: [],
      groups: [],
    },
    log: { doubtsByCrash: [1], doubtsByAnswer: 0, pauses: {}, errors: {} },
    mayFly: 50,
    outages: 0,
  };
}

test('books that agree with the oracle break no promise', () => {
  expect(audit(sound())).toEqual([]);
});

type Spoil = (evidence: Evidence) => void;
const first = (evidence: Evidence) => evidence.books.campaigns[0]!;
const change = (evidence: Evidence, no: number, state: Partial<Recipient>) => {
  first(evidence).recipients = first(evidence).recipients.map((one) => (one.no === no ? { ...one, ...state } : one));
};
const again = (evidence: Evidence, other: object) => {
  evidence.accepted = [...evidence.accepted, { ...evidence.accepted[0]!, ...other }];
};
const text = { id: 'in-1', from: '12015550100', text: 'STOP', takenAt: atMs - 60_000 };

const breaches: [string, string, Spoil][] = [
  ['a reference taken twice', 'no double send', (evidence) => again(evidence, { messageUuid: '0000-2' })],
  ['a number taken twice', 'no double send', (evidence) => again(evidence, { clientRef: `v1.${campaignId}.7.1` })],
  [
    'a message of no campaign',
    'no silent loss',
    (evidence) => again(evidence, { clientRef: 'v1.zzzz2222.0.1', to: '1' }),
  ],
  ['somebody who is missing', 'no silent loss', (evidence) => first(evidence).counts.delivered--],
  ['somebody still waiting', 'no silent loss', (evidence) => change(evidence, 1, { state: 'queued' })],
  ['doubt without a reason', 'no silent loss', (evidence) => change(evidence, 1, { reason: null })],
  ['a false "delivered"', 'every label true', (evidence) => change(evidence, 1, { state: 'delivered' })],
  ['a false "undeliverable"', 'every label true', (evidence) => change(evidence, 0, { state: 'undeliverable' })],
  [
    'doubt that was never healed',
    'every label true',
    (evidence) => change(evidence, 0, { state: 'unconfirmed', reason: 'x' }),
  ],
  ['a crash with too much doubt', 'bounded doubt', (evidence) => evidence.log.doubtsByCrash.push(51)],
  [
    'an outage with too much doubt',
    'bounded doubt',
    (evidence) => {
      evidence.log.doubtsByAnswer = 1;
    },
  ],
  [
    'a webhook that was refused',
    'webhooks',
    (evidence) => {
      evidence.oracle.refused = 1;
    },
  ],
  ['a text that was lost', 'webhooks', (evidence) => evidence.oracle.inbound.push({ ...text, text: 'Hello' })],
  [
    'a message long after a STOP',
    'opt-out',
    (evidence) => {
      evidence.oracle.inbound.push(text);
      evidence.books.inbound.push(text.id);
    },
  ],
];

test.each(breaches)('%s breaks the promise “%s”', (_what, promise, spoil) => {
  const evidence = sound();
  spoil(evidence);
  expect(audit(evidence).map((breach) => breach.promise)).toContain(promise);
});
