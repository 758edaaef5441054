import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { PhoneNumber, UserId } from '../../../src/domain/ids.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import type { People } from '../../../src/ports/world.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { admin, agent, aPerson, approver, author, sender } from '../../support/builders.ts';
import { nudging, owedOf, postAll } from '../../support/nudging.ts';
import { aBench, type Bench, type BenchOptions } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const ada = phoneOf(1) as PhoneNumber;

/** Everybody but those who left. */
function peopleWithout(gone: readonly UserId[]): People {
  const find = async (id: UserId) => aPerson({ id, isDeactivated: gone.includes(id) });
  return { find, findNow: find, findNowOrLately: find };
}

/** The campaign's approver approved it, and left then. */
async function aCampaignLeftBy(...members: UserId[]) {
  const gone: UserId[] = [];
  const left = await aCampaignWith(['When?'], { people: peopleWithout(gone) });
  gone.push(...members);
  return left;
}

/** Two people of a campaign have been texted, and nobody has answered what they wrote. */
async function aCampaignWith(
  texts: readonly string[],
  { overrides = {}, ...options }: BenchOptions & { overrides?: Partial<Campaign> } = {},
) {
  const bench = await aBench(options);
  const campaign = await bench.approved({ size: 2, ...overrides });
  await bench.run(5);
  for (const [no, text] of texts.entries()) await bench.hear(text, phoneOf(no + 1) as PhoneNumber);
  await postAll(bench);
  const said = async () => (await bench.store.conversations.find(campaign.id, ada)) as Conversation;
  return { bench, campaign, said, ...nudging(bench) };
}

const toldInPerson = async (bench: Bench) => (await owedOf(bench, 'direct')).map(({ to, text }) => `${to}: ${text}`);

describe('a reply that nobody answers', () => {
  test('is told in the thread, in the channel, and given to the approver, an hour apart', async () => {
    const { bench, live, said } = await aCampaignWith(['When?']);
    await live(59);
    expect(await owedOf(bench, 'nudge')).toEqual([]);
    await live(3);
    expect(await owedOf(bench, 'nudge')).toMatchObject([{ step: 1 }]);
    await postAll(bench);
    await live(62);
    expect(await owedOf(bench, 'nudge')).toMatchObject([{ step: 2 }]);
    expect((await said()).owner ?? null).toBeNull();
    await postAll(bench);
    await live(62);
    expect(await owedOf(bench, 'nudge')).toMatchObject([{ step: 3 }]);
    expect((await said()).owner).toMatchObject({ member: approver, from: null });
    expect(await toldInPerson(bench)).toEqual([
      expect.stringMatching(/^U0APPROVER: 1 reply is in your hands, because nobody answered in time\. It came at /),
    ]);
  });

  test('has the post of the last step an hour after one that stood late, though its owner is told at once', async () => {
    const { bench, live } = await aCampaignWith(['When?']);
    await live(62);
    await postAll(bench);
    await live(119);
    expect(await owedOf(bench, 'nudge')).toMatchObject([{ step: 2 }]);
    expect(await toldInPerson(bench)).toHaveLength(1);
    await postAll(bench);
    await live(58);
    expect(await owedOf(bench, 'nudge')).toEqual([]);
    await live(3);
    expect(await owedOf(bench, 'nudge')).toMatchObject([{ step: 3 }]);
  });

  test.each([
    ['years ago', '2019-01-01T00:00:00.000Z'],
    ['years from now', '2031-01-01T00:00:00.000Z'],
  ])('is nudged from when it came, if its date says %s', async (_, at) => {
    const { bench, live, said } = await aCampaignWith([]);
    await bench.inbox.receive({ id: 'in-odd', from: ada, to: sender, text: 'When?', at });
    expect(await owedOf(bench, 'inbound')).toMatchObject([{ at: bench.clock.now().toISOString() }]);
    await postAll(bench);
    await live(58);
    expect(await owedOf(bench, 'nudge')).toEqual([]);
    await live(4);
    expect(await owedOf(bench, 'nudge')).toMatchObject([{ step: 1 }]);
    await live(122);
    expect((await said()).owner).toMatchObject({ member: approver, from: null });
  });

  test('calls those who last handled replies, and before anybody has, the author', async () => {
    const { bench, campaign, live } = await aCampaignWith(['When?']);
    await live(62);
    expect((await bench.store.campaigns.get(campaign.id))?.nudging?.nudges).toMatchObject([
      { step: 1, named: [author] },
    ]);
    await postAll(bench);
    await bench.hear('Where?', phoneOf(2) as PhoneNumber);
    const { id } = (await bench.store.conversations.find(campaign.id, phoneOf(2) as PhoneNumber))!;
    await bench.inbox.handle(id, agent);
    await live(62);
    const [, second] = (await bench.store.campaigns.get(campaign.id))?.nudging?.nudges ?? [];
    expect(second).toMatchObject({ step: 2, named: [agent] });
  });

  test('is given to whoever is there: not to an approver, nor to an author, who has left', async () => {
    const { live, said } = await aCampaignLeftBy(approver, author);
    await live(182);
    expect((await said()).owner?.member).toBe(admin);
  });

  test('stays in nobody’s hands when nobody is left, and the channel is told so', async () => {
    const { bench, campaign, live, said } = await aCampaignLeftBy(approver, author, admin);
    await live(182);
    await postAll(bench);
    await live(62);
    expect((await said()).owner ?? null).toBeNull();
    const [nudge] = (await bench.store.campaigns.get(campaign.id))!.nudging!.nudges.filter(({ step }) => step === 3);
    const report = await createReports(bench.deps).nudge(campaign.id, nudge!);
    expect(report).toMatchObject({ replies: 1, orphans: 1, owners: [] });
  });

  test('is given to the approver also while the chat says nothing', async () => {
    const people = peopleWithout([]);
    const { live, said } = await aCampaignWith(['When?'], { people });
    people.find = () => new Promise(() => {});
    await live(185);
    expect((await said()).owner?.member).toBe(approver);
  });

  test('goes to another when its owner leaves', async () => {
    const gone: UserId[] = [];
    const { bench, live, said } = await aCampaignWith(['When?'], { people: peopleWithout(gone) });
    await live(182);
    await postAll(bench);
    gone.push(approver);
    await live(2);
    expect((await said()).owner?.member).toBe(author);
    expect(await toldInPerson(bench)).toEqual([expect.stringContaining(`${author}: 1 reply is in your hands`)]);
  });

  test('waits only in sending hours, and as long as the campaign says', async () => {
    const { bench, live } = await aCampaignWith(['When?'], {
      start: '2026-03-02T18:30:00.000Z',
      overrides: {
        hours: { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '19:00' },
        answering: { ...nothingForeseen, answerWithinSeconds: 2_400 },
      },
    });
    await live(14 * 60);
    expect(await owedOf(bench, 'nudge')).toEqual([]);
    await live(45);
    expect(await owedOf(bench, 'nudge')).toMatchObject([{ step: 1 }]);
  });

  test('is no matter of a folder that may be older than the world', async () => {
    const { bench, live, said } = await aCampaignWith(['When?']);
    bench.store.folder.doubt(true);
    await live(182);
    expect(await owedOf(bench, 'nudge')).toEqual([]);
    expect((await said()).owner ?? null).toBeNull();
    bench.store.folder.doubt(false);
    await live(1);
    expect((await said()).owner?.member).toBe(approver);
  });

  test('is looked after once the campaign is over', async () => {
    const { bench, campaign, live, said } = await aCampaignWith(['When?']);
    const running = (await bench.store.campaigns.get(campaign.id))!;
    const at = bench.clock.now().toISOString();
    await bench.store.campaigns.save({ ...running, status: 'completed', endedAt: at });
    await live(182);
    expect((await said()).owner?.member).toBe(approver);
    expect(await toldInPerson(bench)).toHaveLength(1);
  });
});

describe('a nudge', () => {
  test('is over once the last of its replies is answered, and a new one comes for new ones', async () => {
    const { bench, campaign, live, said } = await aCampaignWith(['When?']);
    await live(62);
    await postAll(bench);
    await bench.inbox.handle((await said()).id, agent);
    await live(1);
    const nudges = async () => (await bench.store.campaigns.get(campaign.id))!.nudging!.nudges;
    const [first] = await nudges();
    expect(first?.endedAt).not.toBeNull();
    expect(await createReports(bench.deps).nudge(campaign.id, first!)).toMatchObject({ named: null, replies: 0 });
    await bench.hear('And where?', ada);
    await live(62);
    expect(await owedOf(bench, 'nudge')).toMatchObject([{ step: 1 }]);
    expect((await nudges()).map(({ step, endedAt }) => [step, endedAt])).toEqual([[1, null]]);
  });

  test('counts all who wait, in one post', async () => {
    const { bench, campaign, live } = await aCampaignWith(['When?', 'Where?']);
    await live(70);
    const owed = await owedOf(bench, 'nudge');
    expect(owed).toHaveLength(1);
    expect(await createReports(bench.deps).nudge(campaign.id, owed[0]!)).toMatchObject({ replies: 2, named: [author] });
  });

  test('that the chat dropped is owed again, an hour later', async () => {
    const { bench, live } = await aCampaignWith(['When?']);
    await live(62);
    const [lost] = await owedOf(bench, 'nudge');
    await bench.store.announcements.done(lost!.id, null);
    await live(30);
    expect(await owedOf(bench, 'nudge')).toEqual([]);
    await live(32);
    expect(await owedOf(bench, 'nudge')).toMatchObject([{ step: 2 }]);
  });

  test('is not said for what is in a colleague’s hands: they are told in person, once a step', async () => {
    const { bench, live, said } = await aCampaignWith(['When?']);
    const at = bench.clock.now().toISOString();
    await bench.store.conversations.save({ ...(await said()), owner: { member: agent, at, from: author } });
    await live(185);
    expect(await owedOf(bench, 'nudge')).toEqual([]);
    const told = await toldInPerson(bench);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/^U0AGENT: 1 reply in your hands has waited too long\. It came at /);
  });
});
