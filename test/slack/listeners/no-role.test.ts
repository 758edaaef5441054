import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { approve, draftBy, reviewCard, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const [ada, ben] = [UserId.parse('U0ADA'), UserId.parse('U0BEN')];
const phone = '+12015550150';

let bench: Bench;
let cleo: Person;
benchForEach(
  (fresh) => {
    bench = fresh;
    cleo = fresh.slack.as('cleo');
  },
  { roles: { creators: [ada], approvers: [ben], admins: [ada] } },
);

async function aDraft(name: string): Promise<Campaign> {
  return draftBy(bench, ada, { name, message: 'Hush! STOP ends it.', hours: 'any time' }, phone);
}

/** Everything that Cleo, and nobody else, was shown. */
function shownToCleo(): string {
  const views = bench.slack.traffic.filter(({ method }) => method?.startsWith('views.')).map(({ body }) => body);
  return JSON.stringify([cleo.ephemerals(), cleo.dms(), cleo.openModal(), views]);
}

/** Waits until Cleo is told something, and expects a refusal that gives nothing away. */
async function expectRefusal(act: () => Promise<unknown>): Promise<void> {
  const told = () => cleo.ephemerals().length + cleo.dms().length + (cleo.openModal() ? 1 : 0);
  if (cleo.openModal()) await cleo.dismiss();
  const before = told();
  await act();
  await bench.slack.until(() => told() > before, { what: 'a word to Cleo' });
  const shown = shownToCleo();
  expect(shown).toMatch(/not on the list of people who can|has to be named|Only an admin can/);
  for (const secret of ['Hush', 'Secret', '5550150', '555 0150', '555-0150']) expect(shown).not.toContain(secret);
}

describe('whoever has no role, where all roles are given to others,', () => {
  test.each([
    '',
    'new Spring',
    'list',
    'list all',
    'list drafts',
    'keys list',
    'keys add CRM',
    'keys revoke CRM',
    'status Sec',
    'pause Sec',
    'resume Sec',
    'cancel Sec',
    'export Sec',
    'why +12015550150',
    'rules',
    'rules France',
    'rules +12015550150',
    'optout check +12015550150',
    'optout add +12015550150',
    'optout remove +12015550150',
    'optout import',
    'optout export',
  ])('sees and does nothing by typing “%s”', async (typed) => {
    const { id } = await aDraft('Secret');
    await aDraft('Secret as well');
    await expectRefusal(() => cleo.command('/sms-campaign', typed));
    expect((await bench.services.campaigns.get(id)).status).toBe('draft');
    expect(await bench.store.suppressions.count()).toBe(0);
  });

  test('sees and does nothing by the shortcut', async () => {
    await expectRefusal(() => cleo.shortcut('new_campaign'));
    const message = await cleo.say('sms', '+12015550150');
    await expectRefusal(() => cleo.messageShortcut(message, 'text_these_people'));
  });

  test('sees and does nothing at the posts of a channel that they are in', async () => {
    const { campaigns } = bench.services;
    const { id } = await submit(bench, await aDraft('Secret'));
    const channel = bench.slack.channel('sms');
    const card = await reviewCard(bench.slack);
    await cleo.pressIn(card, 'Review');
    expect((await cleo.modal('Nothing was changed')).text).toContain('not on the list of people who can see');
    await cleo.dismiss();

    await approve(bench, { id }, ben);
    const posted = await bench.slack.until(() => channel.messages().find(({ buttons }) => buttons.includes('Pause')));
    for (const button of ['Pause', 'Cancel']) {
      const before = cleo.ephemerals().length;
      await cleo.pressIn(posted, button);
      const { text } = await bench.slack.until(() => cleo.ephemerals()[before]);
      expect(text).toContain('not on the list of people who can create campaigns');
    }
    expect((await campaigns.get(id)).status).toBe('scheduled');
  });

  test('sees no number and answers nobody at a text from a phone', async () => {
    await bench.text(phone, 'Where is it?');
    const channel = bench.slack.channel('sms');
    const post = await bench.slack.until(() => channel.messages().find(({ buttons }) => buttons.includes('Reply')));
    await expectRefusal(() => cleo.pressIn(post, 'Reply'));
    await expectRefusal(() => cleo.pressIn(post, 'Handled'));
    await expectRefusal(() => cleo.pickIn(post, 'Show number'));
    await expectRefusal(() => cleo.pickIn(post, 'Opt out'));
    const [talk] = await bench.store.conversations.ofCampaign(null);
    expect(talk?.status).toBe('open');
    expect(await bench.store.suppressions.count()).toBe(0);
  });
});
