import { expect, test } from 'vitest';
import { contentHash, seenOf } from '../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { FormInput } from '../../src/domain/campaign/campaign-form.ts';
import type { ConversationId } from '../../src/domain/ids.ts';
import { createControls } from '../../src/services/campaigns/controls.ts';
import type { ListSource } from '../../src/services/list/read-list.ts';
import { createOptOuts } from '../../src/services/replies/opt-outs.ts';
import { admin, aFormInput, agent, aNumber, approver, author, sender } from '../support/builders.ts';
import { refusalOf } from '../support/refusal.ts';
import { aBench, type Bench } from '../support/services.ts';

/** What people try that no status and no role forbids, and the code of what they are told instead. */
type Attempt = (bench: Bench) => Promise<unknown>;
type Rule = [tries: string, code: string, attempt: Attempt];

const lists: Rule[] = [
  ['gives a list without any number', 'nobody_left', (bench) => draft(bench, 'phone\nnobody')],
  [
    'gives a list of people who have all opted out',
    'everybody_opted_out',
    async (bench) => {
      await optOuts(bench).add(aNumber(1), author);
      return draft(bench, aNumber(1));
    },
  ],
  [
    'names a column that the list lacks',
    'unknown_placeholder',
    (bench) => draft(bench, aNumber(1), { message: 'Dear {{nickname}}, reply STOP to opt out.' }),
  ],
  [
    'names a column that is empty for somebody',
    'missing_value',
    (bench) =>
      draft(bench, `phone,nickname\n${aNumber(1)},\n${aNumber(2)},Ada`, {
        message: 'Dear {{nickname}}, reply STOP to opt out.',
      }),
  ],
  [
    'writes a message of more parts than a text may have',
    'long_message',
    (bench) =>
      draft(bench, `phone,note\n${aNumber(1)},"${'x'.repeat(900)}"`, {
        message: '{{note}} {{note}} Reply STOP to opt out.',
      }),
  ],
  [
    'gives a line without an end',
    'long_line',
    (bench) => draft(bench, `phone,name\n${aNumber(1)},${'Ada '.repeat(600_000)}`),
  ],
  [
    'gives two lists in one file',
    'second_header',
    (bench) => draft(bench, `phone,name\n${aNumber(1)},Ada\nmobile,name\n${aNumber(2)},Grace`),
  ],
  [
    'decides about a list that was not kept',
    'no_source',
    async ({ campaigns, submitted }) => {
      const campaign = await submitted();
      const open = (): Promise<never> => Promise.reject(new Error('Nothing is stored in Slack here.'));
      return campaigns.decideList(campaign.id, { choices: {}, by: author, seen: seenOf(campaign), open });
    },
  ],
];

const decisions: Rule[] = [
  [
    'submits what was changed since they opened it',
    'content_changed',
    async (bench) => bench.campaigns.submit((await draft(bench)).id, { by: author, contentHash: 'of before' }),
  ],
  [
    'approves what was changed since they opened it',
    'content_changed',
    async ({ campaigns, submitted }) =>
      campaigns.approve((await submitted()).id, { by: approver, contentHash: 'of before', ticked: ['nobody_said'] }),
  ],
  [
    'submits a campaign that does not exist any more',
    'no_campaign',
    async (bench) => {
      const gone = await draft(bench);
      await bench.campaigns.remove(gone.id, author, contentHash(gone));
      return bench.campaigns.submit(gone.id, { by: author, contentHash: contentHash(gone) });
    },
  ],
  [
    'sends a campaign back without a reason',
    'no_reason',
    async ({ campaigns, submitted }) => campaigns.sendBack((await submitted()).id, { by: approver, reason: ' ' }),
  ],
  [
    'resumes a campaign that was paused once more since',
    'paused_again',
    async ({ campaigns, approved }) => {
      const { id } = await approved();
      await campaigns.pause(id, agent);
      return campaigns.resume(id, author, '2026-01-01T00:00:00.000Z');
    },
  ],
  [
    'resumes a campaign while nobody knows whether the data folder is the newest',
    'folder_in_doubt',
    async ({ campaigns, approved, store }) => {
      const { id } = await approved();
      await campaigns.pause(id, agent);
      store.folder.doubt(true);
      return campaigns.resume(id, author);
    },
  ],
  [
    'resumes a campaign that was found to be of an older folder meanwhile',
    'changed',
    async ({ campaigns, approved, deps, dispatcher }) => {
      const { id } = await approved();
      await campaigns.pause(id, agent);
      const foundOlder = async (): Promise<void> => {
        const { store } = deps;
        const { pause, ...paused } = await campaigns.get(id);
        await store.campaigns.save({ ...paused, pause: { ...pause!, reason: 'restored', by: null } });
      };
      return createControls(deps, { ...dispatcher, forgetTrouble: () => void foundOlder() }).resume(id, author);
    },
  ],
  [
    'names a campaign by words that are of two',
    'many_campaigns',
    async (bench) => {
      await draft(bench, aNumber(1), { name: 'Spring reunion' });
      await draft(bench, aNumber(2), { name: 'Spring concert' });
      return bench.campaigns.find('spring', author);
    },
  ],
];

const own = aNumber(50);
const ownPhones: Rule[] = [
  ['tests on a number that the messages come from', 'own_number', (bench) => sendTest(bench, { to: `+${sender}` })],
  ['tests on a number of a country without a sender', 'abroad', (bench) => sendTest(bench, { to: '+4915112345678' })],
  ['tests on what is no number', 'bad_number', (bench) => sendTest(bench, { to: 'my phone' })],
  ['types a code that was not texted', 'wrong_code', (bench) => sendTest(bench, { code: '000' })],
  [
    'asks for codes on one phone after the other',
    'too_many_tests',
    async (bench) => {
      for (const no of [51, 52, 53]) await sendTest(bench, { to: aNumber(no) });
      return sendTest(bench);
    },
  ],
  [
    'tests on a number that the provider refuses',
    'test_failed',
    (bench) => {
      bench.answerWith(() => ({ kind: 'refused', code: '4', reason: 'invalid number' }));
      return sendTest(bench);
    },
  ],
];

const wrote = aNumber(7);
const replies: Rule[] = [
  ['answers with nothing', 'empty_reply', async (bench) => answer(bench, await heard(bench), { text: ' ' })],
  [
    'answers with more than a text holds',
    'long_reply',
    async (bench) => answer(bench, await heard(bench), { text: 'x'.repeat(1_531) }),
  ],
  [
    'answers before they have seen the newest text',
    'unseen_text',
    async (bench) => {
      const talk = await heard(bench);
      await bench.hear('No, sorry', wrote);
      return answer(bench, talk, { seen: 1 });
    },
  ],
  [
    'answers who wrote to a number that is no sender any more',
    'unknown_sender',
    async (bench) => answer(bench, await heard(bench, '12015550199')),
  ],
  [
    'answers who has opted out',
    'opted_out',
    async (bench) => {
      const talk = await heard(bench);
      await bench.inbox.optOut(talk, author);
      return answer(bench, talk);
    },
  ],
  [
    'opens a conversation that does not exist any more',
    'no_conversation',
    ({ inbox }) => inbox.open('gonegonegone' as ConversationId, author),
  ],
  ['asks who wrote while there is no channel', 'no_channel', ({ inbox }) => inbox.showStrangers(author)],
];

const byHand: Rule[] = [
  ['opts out what is no number', 'bad_number', (bench) => optOuts(bench).add('nobody', author)],
  ['opts out what could be two numbers', 'two_numbers', (bench) => optOuts(bench).add('4792234567', author)],
  [
    'lifts an opt-out without a reason',
    'no_reason',
    (bench) => optOuts(bench).remove(aNumber(1), { by: admin, because: ' ' }),
  ],
];

test.each([...lists, ...decisions, ...ownPhones, ...replies, ...byHand])(
  'whoever %s is refused as %s',
  async (_, code, attempt) => {
    const bench = await aBench();
    expect((await refusalOf(bench, () => attempt(bench)))?.code).toBe(code);
  },
);

async function draft(
  { campaigns }: Bench,
  source: ListSource = aNumber(1),
  input: Partial<FormInput> = {},
): Promise<Campaign> {
  const content = await campaigns.read(aFormInput(input), author);
  return (await campaigns.draft({ content, source, by: author, origin: `of ${content.name}` })).campaign;
}

let forms = 0;

async function sendTest(bench: Bench, form: { to?: string; code?: string } = {}): Promise<unknown> {
  const { id } = await draft(bench);
  forms += 1;
  return bench.campaigns.sendTest(id, { to: own, by: author, key: `form-${forms}`, ...form });
}

/** The conversation with somebody who wrote. */
async function heard({ hear, store }: Bench, to: string = sender): Promise<ConversationId> {
  await hear('Yes', wrote, to as typeof sender);
  return (await store.conversations.find(null, wrote))!.id;
}

function answer({ inbox }: Bench, talk: ConversationId, form: { text?: string; seen?: number } = {}): Promise<unknown> {
  return inbox.answer(talk, { text: 'See you', by: author, key: 'V0REPLY', ...form });
}

function optOuts({ deps }: Bench) {
  return createOptOuts(deps);
}
