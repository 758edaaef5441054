import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { writeAnswering } from '../../../src/domain/answering/answering-texts.ts';
import { contentHash, seenOf } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { CampaignStatus } from '../../../src/domain/campaign/campaign-status.ts';
import { writePace } from '../../../src/domain/campaign/change-of-pace.ts';
import { limitsOf } from '../../../src/domain/campaign/pace-of.ts';
import type { CampaignDoors } from '../../../src/services/campaigns/campaigns.ts';
import { admin, aFormInput, approver, author, consentTexts } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';

/** Doors that are open whatever a campaign's status is, or that need none. */
type Always =
  | 'checkAuthor'
  | 'read'
  | 'draft'
  | 'keepReading'
  | 'cancelReading'
  | 'messages'
  | 'outlook'
  | 'ownPhone'
  | 'open'
  | 'show'
  | 'find'
  | 'browse';
type Door = Exclude<keyof CampaignDoors, Always>;
type Scene = { bench: Bench; doors: CampaignDoors; campaign: Campaign; id: Campaign['id']; hash: string };
type Try = (scene: Scene) => Promise<unknown>;

/** In which statuses it is done, and in which it is refused, by the code. */
type Rule = Readonly<Record<string, readonly CampaignStatus[]>>;

const unapproved = ['draft', 'pending_approval'] as const;
const under = ['scheduled', 'running', 'paused', 'settling'] as const;
const over = ['completed', 'cancelling', 'cancelled', 'failed'] as const;

const writable: Rule = { done: unapproved, not_editable: [...under, ...over] };
const waits: Rule = { done: ['pending_approval'], not_pending: ['draft'], already_approved: [...under, ...over] };
/** None of these is held by open replies. */
const notHeld: Rule = { not_held: CampaignStatus.options };
const any: Rule = { done: CampaignStatus.options };

/** The author writes, a colleague approves, and an admin decides about who is in doubt. */
const rules: Record<Door | 'resolveUnconfirmed, closing', [does: string, rule: Rule, act: Try]> = {
  checkEdit: ['opens the form', writable, ({ doors, id }) => doors.checkEdit(id, author)],
  copy: ['copies', any, ({ doors, id }) => doors.copy(id, author)],
  earlierMessages: ['is offered its text', any, ({ doors }) => doors.earlierMessages(author, null)],
  results: ['asks whom to write to again', any, ({ doors, id }) => doors.results(id, author)],
  edit: [
    'edits',
    writable,
    async ({ doors, id, campaign }) => {
      const content = await doors.read(aFormInput({ name: 'Another name' }), author);
      return doors.edit(id, { content, source: null, by: author, seen: seenOf(campaign) });
    },
  ],
  moreSettingsOf: [
    'opens More settings',
    writable,
    ({ doors, id }) => doors.moreSettingsOf({ key: null, campaignId: id }, author),
  ],
  keepMoreSettings: [
    'keeps what is entered there',
    writable,
    ({ doors, id }) =>
      doors.keepMoreSettings(
        { key: 'key', campaignId: id },
        { typed: { ...writeAnswering(nothingForeseen), leaveOut: '' }, by: author },
      ),
  ],
  decideList: [
    'decides how the list is read',
    writable,
    ({ doors, id, campaign }) => doors.decideList(id, { choices: {}, by: author, seen: seenOf(campaign), open }),
  ],
  usePlainCharacters: [
    'takes plain characters',
    writable,
    ({ doors, id, campaign }) => doors.usePlainCharacters(id, { by: author, seen: seenOf(campaign) }),
  ],
  addToText: [
    'adds what the text lacks',
    writable,
    ({ doors, id, campaign }) => doors.addToText(id, { by: author, seen: seenOf(campaign), what: 'way_out' }),
  ],
  sayHowTheyAgreed: [
    'says how they agreed',
    writable,
    ({ doors, id, campaign }) =>
      doors.sayHowTheyAgreed(id, { by: author, seen: seenOf(campaign), typed: consentTexts() }),
  ],
  useBetterPace: [
    'takes a better pace',
    writable,
    ({ doors, id, campaign }) =>
      doors.useBetterPace(id, { by: author, seen: seenOf(campaign), pace: { batchSize: 5, everySeconds: 300 } }),
  ],
  sendTest: [
    'sends a test',
    any,
    ({ doors, id }) => doors.sendTest(id, { to: '+12015550150', by: author, key: 'V0TEST' }),
  ],
  submit: [
    'submits',
    { done: unapproved, not_pending: [...under, ...over] },
    ({ doors, id, hash }) => doors.submit(id, { by: author, contentHash: hash }),
  ],
  openReview: ['opens the review', waits, ({ doors, id }) => doors.openReview(id, approver)],
  checkApprover: ['asks to send it back', waits, ({ doors, id }) => doors.checkApprover(id, approver)],
  approve: [
    'approves',
    waits,
    ({ doors, id, hash }) => doors.approve(id, { by: approver, contentHash: hash, ticked: ['nobody_said'] }),
  ],
  sendBack: ['sends back', waits, ({ doors, id }) => doors.sendBack(id, { by: approver, reason: 'The date' })],
  pause: [
    'pauses',
    { done: ['scheduled', 'running', 'paused'], not_paused: [...unapproved, 'settling', ...over] },
    ({ doors, id }) => doors.pause(id, author),
  ],
  resume: [
    'resumes',
    { done: ['paused', 'scheduled', 'running'], not_resumed: [...unapproved, 'settling', ...over] },
    ({ doors, id }) => doors.resume(id, author),
  ],
  checkSendAnyway: ['asks why to send anyway', notHeld, ({ doors, id }) => doors.checkSendAnyway(id, author)],
  sendAnyway: [
    'sends anyway',
    notHeld,
    ({ doors, id }) => doors.sendAnyway(id, { batch: 1, by: author, reason: 'The doors open' }),
  ],
  proposePace: [
    'proposes another pace',
    waits,
    ({ doors, id, hash }) =>
      doors.proposePace(id, { by: approver, typed: { batchSize: '3', every: '7m', hold: '' }, contentHash: hash }),
  ],
  usePace: [
    'takes a pace that nobody proposed',
    { not_proposed: CampaignStatus.options },
    ({ doors, id, hash }) => doors.usePace(id, { by: author, contentHash: hash }),
  ],
  checkChangePace: [
    'asks to change the pace',
    { done: ['running', 'paused'], pace_fixed: [...unapproved, 'scheduled', 'settling', ...over] },
    ({ doors, id }) => doors.checkChangePace(id, author),
  ],
  changePace: [
    'changes the pace',
    { done: ['running', 'paused'], pace_fixed: [...unapproved, 'scheduled', 'settling', ...over] },
    ({ doors, id, campaign }) =>
      doors.changePace(id, { by: author, typed: { ...writePace(limitsOf(campaign)), every: '1d' }, seen: '/' }),
  ],
  reviewPace: [
    'reviews a pace that nobody proposed',
    { not_proposed: CampaignStatus.options },
    ({ doors, id }) => doors.reviewPace(id, approver),
  ],
  approvePace: [
    'approves a pace that nobody proposed',
    { not_proposed: CampaignStatus.options },
    ({ doors, id }) => doors.approvePace(id, { by: approver, seen: 'a hash' }),
  ],
  goOn: ['lets it go on', { not_waiting: CampaignStatus.options }, ({ doors, id }) => doors.goOn(id, author)],
  stopCanary: [
    'stops it after its first people',
    {
      done: ['cancelling', 'cancelled'],
      not_waiting: CampaignStatus.options.filter((status) => status !== 'cancelling' && status !== 'cancelled'),
    },
    ({ doors, id }) => doors.stopCanary(id, author),
  ],
  checkCancel: [
    'asks to cancel',
    {
      done: [...unapproved, 'scheduled', 'running', 'paused'],
      not_cancelled: ['settling', ...over],
    },
    ({ doors, id }) => doors.checkCancel(id, author),
  ],
  cancel: [
    'cancels',
    {
      done: [...unapproved, 'scheduled', 'running', 'paused', 'cancelling', 'cancelled'],
      not_cancelled: ['settling', 'completed', 'failed'],
    },
    ({ doors, id }) => doors.cancel(id, author),
  ],
  remove: [
    'deletes',
    { done: ['draft'], not_draft: ['pending_approval', ...under, ...over] },
    ({ doors, id, hash }) => doors.remove(id, author, hash),
  ],
  resolveUnconfirmed: [
    'sends again to who is in doubt',
    {
      done: ['running', 'paused', 'settling', 'completed'],
      not_unconfirmed: [...unapproved, 'scheduled'],
      not_released: ['cancelling', 'cancelled', 'failed'],
    },
    ({ doors, id }) => doors.resolveUnconfirmed(id, 0, 'release', admin),
  ],
  'resolveUnconfirmed, closing': [
    'gives up one person who is in doubt',
    {
      done: ['running', 'paused', 'settling', ...over],
      not_unconfirmed: [...unapproved, 'scheduled'],
    },
    ({ doors, id }) => doors.resolveUnconfirmed(id, 0, 'close', admin),
  ],
  closeUnconfirmed: [
    'gives up who is in doubt',
    {
      done: ['running', 'paused', 'settling', ...over],
      not_unconfirmed: [...unapproved, 'scheduled'],
    },
    ({ bench, doors, id }) => doors.closeUnconfirmed(id, { until: bench.clock.now().toISOString(), by: admin }),
  ],
};

test.each(Object.values(rules))(
  'whether somebody %s depends on the status, and who cannot is told why',
  async (_, rule, act) => {
    const { bench, campaigns } = await aCampaignInEachStatus();
    for (const status of CampaignStatus.options) {
      const campaign = campaigns[status];
      const scene = { bench, doors: bench.campaigns, campaign, id: campaign.id, hash: contentHash(campaign) };
      const code = (await refusalOf(bench, () => act(scene)))?.code ?? 'done';
      expect([status, code]).toEqual([status, ...codesIn(rule, status)]);
    }
  },
);

/** Exactly one, or the table forgets a status. */
function codesIn(rule: Rule, status: CampaignStatus): string[] {
  return Object.keys(rule).filter((code) => rule[code]!.includes(status));
}

async function open(): Promise<never> {
  throw new Error('The list was pasted: nothing is stored in Slack here.');
}

/** Each of a few people; once one has begun, all were sent, and of the first one nobody knows whether it went out. */
async function aCampaignInEachStatus(): Promise<{ bench: Bench; campaigns: Record<CampaignStatus, Campaign> }> {
  const bench = await aBench();
  bench.answerWith(({ ref }) =>
    ref.includes('.0.') ? { kind: 'unconfirmed', cause: 'timeout' } : { kind: 'accepted', messageId: ref },
  );
  const statuses = [...under, ...over].filter((status) => status !== 'scheduled');
  const begun: Campaign[] = [];
  for (const [at, _] of statuses.entries()) begun.push(await bench.approved({ size: 2, firstNumber: 10 * (at + 1) }));
  await bench.run(2);
  const scheduled = await bench.approved({ size: 2 });
  const pendingApproval = await put(bench, await bench.submitted());
  const draft = await put(bench, { ...(await bench.submitted()), status: 'draft' });
  const as = async (status: CampaignStatus): Promise<Campaign> => {
    const campaign = await bench.campaigns.get(begun[statuses.indexOf(status as never)]!.id);
    const pause = { reason: 'person' as const, by: author, at: bench.clock.now().toISOString(), detail: null };
    return put(bench, { ...campaign, status, pause: status === 'paused' ? pause : null });
  };
  return {
    bench,
    campaigns: {
      draft,
      pending_approval: pendingApproval,
      scheduled,
      running: await as('running'),
      paused: await as('paused'),
      settling: await as('settling'),
      completed: await as('completed'),
      cancelling: await as('cancelling'),
      cancelled: await as('cancelled'),
      failed: await as('failed'),
    },
  };
}

async function put({ store }: Bench, campaign: Campaign): Promise<Campaign> {
  const listSource = { kind: 'pasted' as const, text: '+12015550150' };
  const saved = await store.campaigns.save({ ...campaign, listSource });
  if (saved === 'stale') throw new Error('Somebody else changed the campaign of the test.');
  return saved;
}
