import { nothingForeseen } from '../../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../../../src/domain/ids.ts';
import type { Conversation } from '../../../../src/domain/reply/conversation.ts';
import type { GroupRef } from '../../../../src/services/replies/groups/need-group.ts';
import { createInbox } from '../../../../src/services/replies/inbox.ts';
import { createReports } from '../../../../src/services/reports/reports.ts';
import { createRateLimits } from '../../../../src/services/sending/rate-limits.ts';
import { agent, channel } from '../../../support/builders.ts';
import { aBench, type Bench } from '../../../support/services.ts';
import { phoneOf } from '../../../support/story.ts';

const expected = [{ label: 'Comes', words: ['coming'], thankYou: 'Thank you!' }];
const answering = { ...nothingForeseen, expected, canned: [{ label: 'Place', text: 'Hall 3, {{first_name|there}}.' }] };
export const typed = { typed: 'See you in hall 3!' };
/** Beyond the sender's own number. */
const firstNumber = 201;
export const phone = (no: number) => phoneOf(firstNumber - 1 + no) as PhoneNumber;

export type Scene = { bench: Bench; campaign: Campaign; yes: GroupRef; of(no: number): Promise<Conversation> };

/** So many people of a campaign have got its message, and the first `wrote` of them have answered "yes". */
export async function theyWrote(wrote: number, { size = wrote + 2, options = {}, card = true } = {}): Promise<Scene> {
  const bench = await aBench(options);
  const throttle = { batchSize: 1_000, everySeconds: 10, holdAbove: null };
  const campaign = await bench.approved({ size, firstNumber, answering, throttle });
  const queued = async () => (await bench.store.recipients.tally(campaign.id)).counts.queued;
  for (let second = 0; second < 60 && (await queued()) > 0; second += 1) await bench.run(1);
  await bench.run(2);
  for (let no = 1; no <= wrote; no += 1) {
    await bench.hear(no % 2 ? 'Yes!' : 'yes please', phone(no));
    // One after the other, so that the first has waited longest.
    await bench.clock.advance(1);
  }
  if (card) await postCards(bench);
  const of = async (no: number) => (await bench.store.conversations.find(campaign.id, phone(no)))!;
  return { bench, campaign, yes: { campaignId: campaign.id, says: 'yes' }, of };
}

/** The outbox has posted every group's card that was owed. */
export async function postCards({ store }: Bench): Promise<void> {
  for (const owed of await store.announcements.pending()) {
    if (owed.kind === 'group_card') await store.announcements.done(owed.id, { channel, id: '1764300000.000200' });
  }
}

export const owed = async ({ store }: Bench, kind: string) =>
  (await store.announcements.pending()).filter((one) => one.kind === kind);
export const groupOf = async ({ bench, campaign }: Scene) => (await bench.store.campaigns.groups(campaign.id))[0]!;
export const reportOf = async ({ bench, campaign }: Scene) => (await createReports(bench.deps).groups(campaign.id))[0]!;
export const answers = ({ sent }: Bench, text = typed.typed) => sent.filter((one) => one.text === text);
export const members = async ({ bench, yes }: Scene) => (await bench.inbox.showGroup(yes, agent)).members;
/** As seen a moment ago. */
export const send = ({ bench, yes }: Scene, over: Partial<Parameters<Bench['inbox']['answerGroup']>[1]> = {}) => {
  const until = bench.clock.now().toISOString();
  return bench.inbox.answerGroup(yes, { answer: typed, of: 1_000, until, key: 'first', by: agent, ...over });
};
/** Of the process after it. */
export const anotherInbox = ({ deps, clock }: Bench) => createInbox(deps, createRateLimits(deps.settings, clock));
