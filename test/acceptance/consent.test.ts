import { expect, test } from 'vitest';
import { startWorld } from '../support/world.ts';

const box = 'Nobody said how these people agreed';
const said = 'How they agreed: On paper\nWhen: until 1 Mar 2024\nProof: the front desk';
const list =
  'phone,SMS consent,Consent date\n+12015550101,yes,2023-03-09\n+12015550102,no,2024-01-05\n+12015550103,yes,\n';

test('how people agreed, from the author’s answer to the approval, which any change of it voids', async ({
  onTestFinished,
}) => {
  const world = await startWorld({ mode: 'socket' });
  onTestFinished(world.close);
  const { slack, vonage } = world;
  const [ada, ben] = [slack.as('ada'), slack.as('ben')];
  const shows = (person: typeof ada, text: string) =>
    slack.until(() => (person.openModal()?.text.includes(text) ? person.openModal() : undefined), { what: text });
  const { messages } = slack.channel('sms');
  const review = async () => {
    const card = await slack.until(() => messages().findLast(({ buttons }) => buttons.includes('Review')));
    await ben.pressIn(card, 'Review');
    return slack.until(() => {
      const modal = ben.openModal();
      return modal?.submit === 'Approve' ? modal : undefined;
    });
  };
  const say = async (answers: Parameters<typeof ada.fill>[0]) => {
    await ada.press('How they agreed');
    await slack.until(() => ada.openModal()?.title === 'How they agreed');
    await ada.fill(answers);
    await ada.submit();
  };

  // Nobody has said anything: the row that says no is left out, and the old date is told.
  await ada.command('/sms-campaign');
  await slack.until(() => ada.openModal());
  await ada.fill({
    'Campaign name': 'Autumn',
    'Or paste recipients': list,
    Message: 'The Club: see you on Friday? Reply STOP to opt out.',
    'Sending hours': 'any time',
  });
  await ada.submit();
  const preview = await shows(ada, box);
  expect(preview.text).toMatch(/^Who gets it: 2 people\b/m);
  expect(preview.text).toContain('1 marked as unsubscribed');
  expect(preview.text).toContain('1 agreed more than 18 months ago, the oldest in March 2023.');
  expect(preview.text).toContain('“consent_date” does not tell when 1 person agreed.');
  await ada.submit();

  // Whoever does not tick cannot approve.
  expect(Object.keys((await review()).inputs)).toContain(box);
  expect(await ben.submit()).toMatchObject({ result: 'incomplete' });
  await ben.fill({ [box]: true });

  // Meanwhile the author takes it back and says it: what Ben has before him is void.
  await ada.dismiss().catch(() => undefined);
  const card = await slack.until(() => messages().findLast(({ buttons }) => buttons.includes('Review')));
  await ada.pressIn(card, 'Review');
  await slack.until(() => ada.openModal()?.title === 'Your submission');
  await ada.press('Edit');
  await slack.until(() => ada.openModal()?.submit === 'Preview');
  await ada.submit();
  await shows(ada, box);
  await say({ How: 'On paper', To: '2024-03-01', 'Who holds the proof': 'the front desk' });
  await shows(ada, said);
  await ben.submit();
  await slack.until(
    () => ben.openModal()?.submit !== 'Approve' || Object.keys(ben.openModal()?.errors ?? {}).length > 0,
  );
  expect(vonage.accepted).toHaveLength(0);
  await ben.dismiss().catch(() => undefined);
  await ada.submit();

  // The approver sees it, has nothing to tick, and approves.
  const shown = await review();
  expect(shown.text).toContain(said);
  expect(shown.text).toContain('How they agreed: none → “On paper');
  expect(Object.keys(shown.inputs)).not.toContain(box);
  await ben.submit();
  await vonage.until(() => vonage.accepted.length === 2, { timeoutMs: 15_000 });

  // The answer to why, and the export, have what the list says of the person.
  await ada.command('/sms-campaign', 'why +12015550101');
  await slack.until(() => ada.ephemerals().some(({ text }) => text.includes('consent_date: “2023-03-09”.')));
});
