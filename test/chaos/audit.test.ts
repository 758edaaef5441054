import { expect, test } from 'vitest';
import { audit } from '../../chaos/kills/audit.ts';
import type { Evidence } from '../../chaos/kills/evidence.ts';
import type { Recipient } from '../../src/domain/recipient/recipient.ts';
import { conversationRef } from '../../src/domain/reply/conversation.ts';
import { newGroup } from '../../src/domain/reply/group.ts';
import {
  aCampaign,
  aConversation,
  agent,
  aNumber,
  anAnswer,
  anInbound,
  campaignId,
  counts,
} from '../support/builders.ts';

const conversationId = aConversation().id;

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

/** One answer to everybody of a group, which Vonage took for the one person in it. */
function withAnswer(evidence: Evidence): void {
  const ref = conversationRef(conversationId, 1);
  evidence.accepted = [
    ...evidence.accepted,
    { messageUuid: '0000-9', clientRef: ref, to: '12015550100', from: '', text: 'At nine (1).', at: atMs },
  ];
  const sent = anAnswer({ id: ref, text: 'At nine (1).', cause: 'group g1', state: 'submitted' });
  evidence.books.conversations = [aConversation({ messages: [anInbound(), sent] })];
  const answer = {
    id: 'g1',
    text: 'At nine (1).',
    by: agent,
    at: '2026-11-23T10:00:00.000Z',
    until: '2026-11-23T10:00:00.000Z',
  };
  evidence.books.groups = [
    {
      ...newGroup({ says: 'when', example: 'When?' }),
      answer: { ...answer, of: 1, state: 'done', releasedBy: null, missed: [] },
    },
  ];
}
const setAnswer = (evidence: Evidence, rest: object) => {
  evidence.books.groups = evidence.books.groups.map((group) => ({ ...group, answer: { ...group.answer!, ...rest } }));
};
const setState = (evidence: Evidence, state: 'claimed' | 'not_sent') => {
  const sent = evidence.accepted.at(-1)!;
  const message = anAnswer({ id: sent.clientRef!, text: sent.text, cause: 'group g1', state });
  evidence.books.conversations = [aConversation({ messages: [anInbound(), message] })];
};

test('an answer that both books know breaks no promise', () => {
  const evidence = sound();
  withAnswer(evidence);
  expect(audit(evidence)).toEqual([]);
});

const answerBreaches: [string, string, Spoil][] = [
  [
    'an answer taken twice under two references',
    'no answer twice',
    (evidence) => {
      evidence.accepted = [...evidence.accepted, evidence.accepted.at(-1)!];
    },
  ],
  ['an answer said to be not sent', 'every answer’s label true', (evidence) => setState(evidence, 'not_sent')],
  ['an answer on its way for ever', 'every answer’s label true', (evidence) => setState(evidence, 'claimed')],
  [
    'a group that is being answered for ever',
    'nobody of a group is lost',
    (evidence) => setAnswer(evidence, { state: 'sending' }),
  ],
  ['somebody of a group who is nowhere', 'nobody of a group is lost', (evidence) => setAnswer(evidence, { of: 2 })],
  [
    'somebody named as missed who got it',
    'nobody of a group is lost',
    (evidence) => setAnswer(evidence, { missed: [{ conversationId, why: 'taken' }] }),
  ],
  [
    'an answer long after a STOP',
    'opt-out',
    (evidence) => {
      evidence.oracle.inbound.push(text);
      evidence.books.inbound.push(text.id);
      evidence.accepted = evidence.accepted.slice(1);
    },
  ],
];

test.each(answerBreaches)('%s breaks the promise “%s”', (_what, promise, spoil) => {
  const evidence = sound();
  withAnswer(evidence);
  spoil(evidence);
  expect(audit(evidence).map((breach) => breach.promise)).toContain(promise);
});

test.each(breaches)('%s breaks the promise “%s”', (_what, promise, spoil) => {
  const evidence = sound();
  spoil(evidence);
  expect(audit(evidence).map((breach) => breach.promise)).toContain(promise);
});
