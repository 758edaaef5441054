import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { approve, draftBy, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
let ben: Person;
const beginAgain = benchForEach((fresh) => {
  bench = fresh;
  [ada, ben] = [fresh.slack.as('ada'), fresh.slack.as('ben')];
});

const [adaId, benId] = ['U0ADA', 'U0BEN'].map((id) => UserId.parse(id)) as [UserId, UserId];

/** The tab, once it shows that. */
const shows = (person: Person, words: string | RegExp) =>
  bench.slack.until(() => person.home()?.text.match(words) && person.home()!, {
    what: `"${words}" on the Home tab, which shows ${person.home()?.text}`,
  });

async function opens(person: Person, words: string | RegExp) {
  await person.openHome();
  return shows(person, words);
}

/** Ada's campaign runs, and both on its list have answered. */
async function whereTwoWrote() {
  const draft = await submit(bench, await draftBy(bench, adaId, { name: 'Reunion', hours: 'any time' }));
  const { id } = await approve(bench, draft, benId);
  const current = (await bench.store.campaigns.get(id))!;
  const now = new Date();
  if (current.status !== 'running') {
    await bench.store.campaigns.save({ ...current, status: 'running', startedAt: now.toISOString() });
  }
  const batch = { no: 1, startedAt: now.toISOString(), size: 50 };
  for (const claim of await bench.store.recipients.claim(id, batch, 2, now)) {
    await bench.store.recipients.record(claim, { to: 'submitted', messageId: `m${claim.no}` }, now);
  }
  await bench.text('+12015550150', 'Where is it?');
  await bench.text('+12015550151', 'Until when?');
  return (await bench.store.campaigns.get(id))!;
}

describe('the Home tab', () => {
  test('says what to do where there is nothing, and opens the form', async () => {
    const home = await opens(ada, 'Waiting for you');
    expect(home.text).toContain('Press New campaign');
    expect(home.text).toContain('No campaign. One starts once somebody else has approved it.');
    await ada.pressAtHome('New campaign');
    await ada.modal('New SMS campaign');
  });

  test('shows an approver what waits for them, and the author that it waits', async () => {
    await submit(bench, await draftBy(bench, adaId, { name: 'Reunion' }));
    expect((await opens(ben, 'Reunion')).text).toMatch(/“Reunion” \(\w+\): for 2 people, waiting less than a minute/);
    const own = await opens(ada, 'Reunion');
    expect(own.buttons).not.toContain('Review');
    expect(own.text).toContain('Waiting for approval');
    await ben.pressAtHome('Review');
    await ben.modal('Review campaign');
    await ben.fill({ 'Nobody said how these people agreed': true });
    await ben.submit();
    await shows(ben, /Approved|Running/);
    expect(ben.home()!.buttons).not.toContain('Review');
  });

  test('shows drafts to their writers only, to go on with or to delete', async () => {
    await draftBy(bench, adaId, { name: 'Reunion' });
    expect((await opens(bench.slack.as('cleo'), 'Your drafts')).text).not.toContain('Reunion');
    await opens(ada, 'Reunion');
    await ada.pressAtHome('Continue');
    await ada.modal('Check your campaign');
    await ada.dismiss();
    await ada.pressAtHome('Delete');
    await bench.slack.until(() => !ada.home()!.text.includes('Reunion'));
    expect(await bench.services.campaigns.list()).toEqual([]);
  });

  test('a draft that was changed since it was shown is not deleted, which is told in a window', async () => {
    const draft = await draftBy(bench, adaId, { name: 'Reunion' });
    await opens(ada, 'Reunion');
    await bench.store.campaigns.save({ ...draft, template: 'Another text. Reply STOP to opt out.' });
    await ada.pressAtHome('Delete');
    await ada.modal('Nothing was changed');
    expect(await bench.services.campaigns.list()).toHaveLength(1);
  });

  test('shows open replies with their age and opens the window that answers them; what is in one’s hands comes first', async () => {
    const { id } = await whereTwoWrote();
    const home = await opens(ada, '2 replies, the longest waiting less than a minute');
    expect(home.text).toContain('Running');
    await ada.pressAtHome('Answer replies');
    await ada.modal('Answer replies');
    const claimed = await shows(ada, '1 reply in your hands');
    expect(claimed.text.indexOf('in your hands')).toBeLessThan(claimed.text.indexOf('1 reply, waiting'));
    const others = await opens(ben, '2 replies, 1 of them in other hands, the longest waiting');
    expect(others.text).not.toContain('in your hands');
    const [theirs] = await bench.store.conversations.waiting(id);
    await bench.services.inbox.release(theirs!.id, adaId);
    await bench.services.inbox.pass(theirs!.id, { to: benId, by: adaId });
    await opens(ben, '1 reply in your hands');
    await opens(ada, '2 replies, 1 of them in other hands, the longest waiting');
  });

  test('pauses and resumes what runs, and shows it at once', async () => {
    await whereTwoWrote();
    await opens(ada, 'Running|Waiting');
    await ada.pressAtHome('Pause');
    await shows(ada, 'Paused');
    await ada.pressAtHome('Resume');
    await shows(ada, '“Reunion” .*: Running');
  });

  test('opens what is over in a window', async () => {
    const { id } = await whereTwoWrote();
    await bench.services.campaigns.cancel(id, adaId);
    const current = (await bench.store.campaigns.get(id))!;
    await bench.store.campaigns.save({ ...current, status: 'cancelled', endedAt: new Date().toISOString() });
    await opens(ada, 'Recent');
    await ada.pressAtHome('Open');
    expect((await ada.modal('SMS campaign')).text).toContain('Cancelled');
  });

  test('turns pages, and stays on the page where something was pressed', async () => {
    for (let no = 0; no < 32; no += 1) {
      const draft = await draftBy(bench, no < 16 ? adaId : benId, { name: `Reunion ${no}` });
      await submit(bench, draft);
    }
    await opens(ada, 'Page 1 of 2');
    await ada.pressAtHome('Next');
    const last = await shows(ada, 'Page 2 of 2');
    expect(last.buttons).not.toContain('New campaign');
    await ada.pressAtHome('Previous');
    await shows(ada, 'Page 1 of 2');
  });

  test('tells an admin what is left to set up, and nobody else', async () => {
    const home = await opens(ada, 'Left to set up');
    expect(home.text).toContain('✓ Admins are named.');
    expect(home.text).toContain('✓ Texts of no campaign have a channel.');
    expect(home.text).toContain('To do: Send a test to your own phone');
    expect(home.text).toContain('To do: No text from a phone has come yet.');
    await bench.text('+12015550177', 'Hello?');
    await opens(ada, '✓ Texts from phones arrive.');
    expect((await opens(bench.slack.as('cleo'), 'Waiting for you')).text).not.toContain('Left to set up');
  });

  test('tells an admin what of the rules is looser than usual, and nobody else', async () => {
    const home = await opens(ada, 'Rules to look at');
    expect(home.text).toContain('In force: ');
    expect(home.text).toContain('Not legal advice.');
    expect((await opens(bench.slack.as('cleo'), 'Waiting for you')).text).not.toContain('Rules to look at');
  });

  test('says why it shows nothing to people without a role and to guests', async () => {
    await beginAgain({ roles: { creators: ['U0ADA'], approvers: ['U0BEN'], admins: [] } });
    await draftBy(bench, adaId, { name: 'Reunion' });
    const home = await opens(bench.slack.as('cleo'), 'You are not on the list of people who can see campaigns');
    expect(home.text).not.toContain('Reunion');
    expect(home.buttons).toEqual([]);
    await opens(bench.slack.as('gus'), 'Only full members of this workspace can use Trickle');
  });
});
