import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { reviewCard } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const message = 'Hi, will you come? Reply STOP to opt out.';
const file = { name: 'people.csv', content: 'phone,first_name\n+12015550150,Ana\n' };

let bench: Bench;
let ada: Person;
benchForEach((fresh) => {
  bench = fresh;
  ada = fresh.slack.as('ada');
});

async function openSettings(values: Parameters<Person['fill']>[0] = {}) {
  await ada.command('/sms-campaign', 'new Reunion --batch 25');
  await ada.modal('New SMS campaign');
  await ada.fill({ Message: message, 'Recipients (CSV file)': file, ...values });
  await ada.press('More settings');
  return ada.modal('More settings');
}

const draft = async () => (await bench.services.campaigns.list())[0];

describe('More settings', () => {
  test('are kept with the form, which says what is set and loses nothing that was typed or chosen', async () => {
    const window = await openSettings();
    expect(Object.keys(window.inputs)).toEqual([
      'Expected answers',
      'Canned answers',
      'Outcomes',
      'Show on replies',
      'Answer within',
      'Leave out',
      'Pace',
      'Try it on the first',
      'Then',
      'Not after',
    ]);
    await ada.fill({
      'Expected answers': 'Yes: coming => See you, {{first_name}}!\nNo',
      'Canned answers': 'Parking: Behind the hall',
      'Answer within': '2h',
    });
    await ada.submit();
    const form = await ada.modal('New SMS campaign');
    expect(form.text).toContain('2 expected answers, 1 canned answer, answer within 2 hours');
    expect(form.inputs).toMatchObject({ 'Campaign name': 'Reunion', 'Batch size': '25', Message: message });

    await ada.submit();
    const preview = await ada.modal('Check your campaign');
    expect(preview.text).toContain('Yes: coming. Thank-you: “See you, Ana!”');
    expect(preview.text).toContain('Thank-yous: up to 1 segment more');
    expect(await draft()).toMatchObject({
      name: 'Reunion',
      list: { size: 1 },
      answering: {
        ...nothingForeseen,
        expected: [
          { label: 'Yes', words: ['coming'], thankYou: 'See you, {{first_name}}!' },
          { label: 'No', words: [], thankYou: null },
        ],
        canned: [{ label: 'Parking', text: 'Behind the hall' }],
        answerWithinSeconds: 7_200,
      },
    });
  });

  test('leave people out, and name the line that nobody can read', async () => {
    await openSettings();
    await ada.fill({ 'Leave out': 'texted in the last 30 days\nin campaign Nowhere' });
    await ada.submit();
    expect((await ada.modal('More settings')).errors['Leave out']).toBe(
      'Line 2: No campaign is called “Nowhere”. “/sms-campaign list all” shows those that exist.',
    );
    await ada.fill({ 'Leave out': 'texted in the last 30 days' });
    await ada.submit();
    expect((await ada.modal('New SMS campaign')).text).toContain('1 group of people left out');
    await ada.submit();
    const preview = await ada.modal('Check your campaign');
    expect(preview.text).toContain('Left out: 0 texted in the last 30 days');
    expect(await draft()).toMatchObject({ leaveOut: [{ kind: 'texted', days: 30 }] });
  });

  test('let the pace follow the team, which form, preview and card say', async () => {
    await openSettings();
    await ada.fill({ Pace: 'Follow the team' });
    await ada.submit();
    expect((await ada.modal('New SMS campaign')).text).toContain('follows the team');
    await ada.submit();
    expect((await ada.modal('Check your campaign')).text).toContain('Each batch follows the team');
    await ada.press('Edit');
    expect((await ada.modal('Edit SMS campaign')).text).toContain('follows the team');
    await ada.submit();
    await ada.modal('Check your campaign');
    await ada.submit();
    expect((await reviewCard(bench.slack)).text).toContain('Pace: follows the team, up to 25 people every 5 minutes');
  });

  test('open again with what was entered, in the form and when the campaign is edited', async () => {
    await openSettings();
    await ada.fill({ Outcomes: 'Call back' });
    await ada.submit();
    await ada.modal('New SMS campaign');
    await ada.press('More settings');
    expect((await ada.modal('More settings')).inputs.Outcomes).toBe('Call back');
    await ada.close();
    await ada.submit();
    await ada.modal('Check your campaign');
    await ada.press('Edit');
    expect((await ada.modal('Edit SMS campaign')).text).toContain('1 outcome');
    await ada.press('More settings');
    expect((await ada.modal('More settings')).inputs.Outcomes).toBe('Call back');
    await ada.fill({ Outcomes: null });
    await ada.submit();
    await ada.modal('Edit SMS campaign');
    await ada.submit();
    await ada.modal('Check your campaign');
    expect((await draft())?.answering).toEqual(nothingForeseen);
  });

  test('say what is wrong under its field, by line', async () => {
    await openSettings();
    await ada.fill({ 'Expected answers': 'Yes\nyes', 'Answer within': '10s' });
    const { result, errors } = await ada.submit();
    expect(result).toBe('errors');
    expect(errors).toEqual({
      'Expected answers': 'Lines 1 and 2 both expect “yes”. Keep it in one of them.',
      'Answer within': 'The shortest time is 1 minute. Write for example 15m or 1h.',
    });
  });

  test('that do not fit the list bring the form back, with the field and line at its top and everything typed', async () => {
    await openSettings();
    await ada.fill({ 'Canned answers': 'Hello: Hi {{nick}}', 'Show on replies': 'first_name' });
    await ada.submit();
    await ada.modal('New SMS campaign');
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    const form = await ada.modal('New SMS campaign');
    expect(form.text).toContain('⚠️ Canned answers, line 1 (More settings): The text uses {{nick}}');
    expect(form.text).toContain('1 canned answer, 1 column on replies');
    expect(form.inputs).toMatchObject({ 'Campaign name': 'Reunion', 'Batch size': '25', Message: message });
    expect(form.text).not.toContain('has to be chosen again');
    expect(await bench.services.campaigns.list()).toEqual([]);

    await ada.press('More settings');
    expect((await ada.modal('More settings')).inputs['Canned answers']).toBe('Hello: Hi {{nick}}');
    await ada.fill({ 'Canned answers': 'Hello: Hi {{first_name}}' });
    await ada.submit();
    await ada.modal('New SMS campaign');
    await ada.submit();
    await ada.modal('Check your campaign');
    expect((await draft())?.answering?.canned).toEqual([{ label: 'Hello', text: 'Hi {{first_name}}' }]);
  });

  test('that were kept too long ago are said to be gone, and the form goes on without them', async () => {
    await openSettings();
    await ada.fill({ Outcomes: 'Call back' });
    await ada.submit();
    await ada.modal('New SMS campaign');
    const { store } = bench;
    const by = 'U0ADA' as never;
    for (let no = 0; no < 20; no += 1) {
      await store.forms.keep(`later ${no}`, {
        answering: nothingForeseen,
        by,
        at: new Date(Date.now() + 60_000).toISOString(),
      });
    }
    await ada.submit();
    const form = await ada.modal('New SMS campaign');
    expect(form.text).toContain('What you entered at More settings was kept for a week and is gone.');
    expect(form.inputs).toMatchObject({ 'Campaign name': 'Reunion', Message: message });
    await ada.submit();
    await ada.modal('Check your campaign');
    expect(await draft()).not.toHaveProperty('answering');
  });

  test('leave a long message and a long list in the form as they were typed', async () => {
    const long = `${'Will you come? '.repeat(95)}Reply STOP to opt out.`;
    const pasted = Array.from({ length: 200 }, (_, no) => `+1201555${String(1000 + no)}`).join('\n');
    await openSettings({ Message: long, 'Or paste recipients': pasted, 'Recipients (CSV file)': null });
    await ada.fill({ Outcomes: 'Call back' });
    await ada.submit();
    const form = await ada.modal('New SMS campaign');
    expect(form.inputs).toMatchObject({ Message: long, 'Or paste recipients': pasted });
  });
});
