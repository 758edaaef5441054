import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { openPreview, pasted, reviewCard } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const box = 'Nobody said how these people agreed';
const noOffer = 'It is sent as informational';

let bench: Bench;
let ada: Person;
let ben: Person;
benchForEach((fresh) => {
  bench = fresh;
  [ada, ben] = [fresh.slack.as('ada'), fresh.slack.as('ben')];
});

const stored = async () => (await bench.services.campaigns.list())[0]!;
const preview = () =>
  bench.slack.until(() => (ada.openModal()?.submit === 'Submit for approval' ? ada.openModal() : undefined));

async function say(answers: Parameters<Person['fill']>[0]): Promise<void> {
  await ada.press('How they agreed');
  await ada.modal('How they agreed');
  await ada.fill(answers);
  await ada.submit();
}

async function review() {
  await ben.pressIn(await reviewCard(bench.slack), 'Review');
  return ben.modal('Review campaign');
}

describe('How they agreed', () => {
  test('is said in a window of its own, shown in preview and review, and asks nothing of the approver', async () => {
    expect((await openPreview(ada)).text).toContain(box);
    await say({
      How: 'On a form',
      'Wording or link': 'Yes, text me',
      From: '2026-01-05',
      To: '2026-10-30',
      'Who holds the proof': 'Ada',
    });
    const said = 'How they agreed: On a form\nWording: “Yes, text me”\nWhen: 5 Jan 2026 to 30 Oct 2026\nProof: Ada';
    await bench.slack.until(() => ada.openModal()?.text.includes(said), { what: 'the answer in the preview' });
    await ada.submit();
    const shown = await review();
    expect(shown.text).toContain(said);
    expect(Object.keys(shown.inputs)).toEqual([]);
    await ben.submit();
    expect(await stored()).toMatchObject({ status: 'scheduled', approval: { by: 'U0BEN' } });
  });

  test('is filled in with what was said, and what is wrong stands under its field', async () => {
    await openPreview(ada);
    await say({ 'Who holds the proof': 'Ada' });
    await bench.slack.until(() => ada.openModal()?.errors.How);
    expect(ada.openModal()!.errors.How).toBe('Choose how they agreed, or leave the rest empty too.');
    await ada.fill({ How: 'On paper' });
    await ada.submit();
    await bench.slack.until(() => ada.openModal()?.text.includes('How they agreed: On paper'));
    await ada.press('How they agreed');
    expect((await ada.modal('How they agreed')).inputs).toMatchObject({
      How: 'On paper',
      'Who holds the proof': 'Ada',
    });
  });

  test('left out has to be ticked by the approver, and the approval keeps it', async () => {
    await openPreview(ada);
    await ada.submit();
    await review();
    await ben.submit();
    expect(await stored()).toMatchObject({ status: 'pending_approval', approval: null });
    await ben.fill({ [box]: true });
    await ben.submit();
    expect(await stored()).toMatchObject({ approval: { by: 'U0BEN', ticked: ['nobody_said'] } });
  });

  test('of a bought list is no ground to submit', async () => {
    await openPreview(ada);
    await say({ How: 'Bought or rented' });
    await bench.slack.until(() => ada.openModal()?.text.includes('It cannot be submitted: '));
    await ada.submit();
    const refused = await bench.slack.until(() =>
      ada.openModal()?.text.includes('Carriers ban lists that were bought, rented or shared')
        ? ada.openModal()
        : undefined,
    );
    expect(refused.text).toContain('Edit takes a list of people who did');
    expect((await stored()).status).toBe('draft');
  });

  test('with a text that is sent as informational asks whether there is an offer in it', async () => {
    await openPreview(ada);
    await say({ How: 'On paper', 'Sent as': 'Informational: no offer, no advertising' });
    await bench.slack.until(() => ada.openModal()?.text.includes('Sent as: informational'));
    await ada.submit();
    expect(Object.keys((await review()).inputs)).toEqual([noOffer]);
    await ben.fill({ [noOffer]: true });
    await ben.submit();
    expect((await stored()).approval?.ticked).toEqual(['no_offer']);
  });

  test('said after the approver has looked has to be looked at again', async () => {
    await openPreview(ada);
    await ada.submit();
    await ada.close();
    await review();
    await ben.fill({ [box]: true });
    const { id } = await stored();
    await bench.services.campaigns.sayHowTheyAgreed(id, {
      by: (await stored()).createdBy,
      seen: { contentHash: (await bench.services.campaigns.preview(id)).contentHash, status: 'pending_approval' },
      typed: {
        agreedHow: 'paper',
        agreedWording: '',
        agreedFrom: '',
        agreedTo: '',
        agreedHolder: '',
        messageClass: 'marketing',
      },
    });
    await ben.submit();
    expect(await stored()).toMatchObject({ status: 'draft', approval: null });
  });

  test('of the list’s own dates says which are old', async () => {
    await openPreview(ada, {
      'Or paste recipients': `phone,consent_date\n${pasted.replaceAll('\n', ',2023-03-09\n')},soon`,
    });
    const { text } = await preview();
    expect(text).toContain('1 agreed more than 18 months ago, the oldest in March 2023.');
    expect(text).toContain('“consent_date” does not tell when 1 person agreed.');
  });
});
