import { afterEach, describe, expect, test } from 'vitest';
import { reviewCard } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const list = 'phone,first_name\n+12015550150,Ada\n+12015550151,Grace\n+12015550150,Ada\nnonsense,Bob\n';
const message = 'Hi {{first_name|there}}, will you come? Reply STOP to opt out.';

describe.each(['socket', 'http'] as const)('a campaign in Slack, over %s', (mode) => {
  let bench: Bench;
  benchForEach(
    (fresh) => {
      bench = fresh;
    },
    { mode },
  );
  afterEach(() => {
    expect(bench.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('is written, checked, submitted by one person, approved by another, and its message appears', async () => {
    const ada = bench.slack.as('ada');
    const ben = bench.slack.as('ben');

    await ada.command('/sms-campaign', 'new "Autumn reunion" --batch 50 --every 5m --from 12015550123');
    const form = await ada.modal('New SMS campaign');
    expect(form.inputs).toMatchObject({ 'Campaign name': 'Autumn reunion', 'Batch size': '50', Every: '5m' });
    await ada.fill({ 'Recipients (CSV file)': { name: 'people.csv', content: list }, Message: message });
    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    const preview = await ada.modal('Check your campaign');
    expect(preview.text).toContain('Hi Ada, will you come?');
    await ada.press('Show all messages');
    expect((await ada.modal('All messages')).text).toContain('No. 2 to •••• 0151');
    await ada.close();

    const file = await bench.slack.until(() => ada.dms().flatMap(({ files }) => files)[0]);
    expect(file).toMatchObject({
      name: expect.stringMatching(/^left-out-/),
      content: expect.stringContaining('5,nonsense'),
    });

    expect(await ada.submit()).toMatchObject({ result: 'updated' });
    const channel = bench.slack.channel('sms');
    const card = await reviewCard(bench.slack);

    await ada.dismiss();
    await ada.pressIn(card, 'Review');
    const own = await ada.modal('Your submission');
    expect(own.text).toContain('approval by somebody who did not write, edit or submit it');
    expect(own.text).toContain('Hi Ada, will you come?');

    await ben.pressIn(card, 'Review');
    const review = await ben.modal('Review campaign');
    expect(review.text).toContain('Hi Ada, will you come?');
    await ben.fill({ 'Nobody said how these people agreed': true });
    expect(await ben.submit()).toMatchObject({ result: 'closed' });

    const posted = await bench.slack.until(() => channel.messages().find(({ buttons }) => buttons.includes('Pause')));
    await bench.slack.until(() => channel.messages().find(({ ts }) => ts === posted.ts)?.thread.length);
    const decided = await bench.slack.until(() =>
      channel.messages().find(({ ts, buttons }) => ts === card.ts && buttons.length === 0),
    );
    expect(decided.text).toContain('was approved by @Ben');

    await ben.pressIn(posted, 'Pause');
    await bench.slack.until(() =>
      channel.messages().find(({ ts, buttons }) => ts === posted.ts && buttons.includes('Resume')),
    );
  });
});
