import { expect, test } from 'vitest';
import { mostInAnySecond } from '../../playground/vonage/oracle.ts';
import { metricsHeaders, startWorld } from '../support/world.ts';

/** 25 rows: 20 people once each, of whom one opted out; 2 rows again, 3 that are no phone numbers. */
const csv = [
  'First name,City,Mobile',
  ...Array.from({ length: 20 }, (_, index) => `Person${index + 1},Springfield,${phone(index + 1)}`),
  `Person1,Springfield,${phone(1)}`,
  `Person2,Springfield,"(201) 555-0102"`,
  'Nobody,Springfield,n/a',
  'Short,Springfield,12345',
  'Letters,Springfield,+1 201 CALL ME',
].join('\n');

function phone(index: number): string {
  return `+1201555${String(100 + index).padStart(4, '0')}`;
}

test.concurrent.for(['socket', 'http'] as const)(
  'a campaign from the command to the last reply, over %s',
  async (mode, { onTestFinished }) => {
    const world = await startWorld({ mode });
    onTestFinished(world.close);
    const { slack, vonage, url, logged } = world;
    const [ada, ben, cleo] = [slack.as('ada'), slack.as('ben'), slack.as('cleo')];

    await ada.command('/sms-campaign', `optout add ${phone(20)}`);
    await slack.until(() => ada.ephemerals().some(({ text }) => text.includes('0120')));

    // The author fills in the form.
    await ada.command('/sms-campaign');
    await slack.until(() => ada.openModal());
    await ada.fill({
      'Campaign name': 'Spring survey',
      'Recipients (CSV file)': { name: 'people.csv', content: csv },
      Message: 'Hi {{first_name|there}}, how was your visit? Reply STOP to opt out.',
      'Batch size': '5',
      Every: '2s',
      'Sending hours': 'any time',
      'Hold while unanswered replies exceed': '10',
    });
    await ada.submit();

    // The preview says who gets it and who does not.
    const preview = await slack.until(() => {
      const modal = ada.openModal();
      return modal?.submit === 'Submit for approval' ? modal : undefined;
    });
    expect(preview.text).toContain('Hi Person1, how was your visit?');
    expect(preview.text).toMatch(/^Who gets it: 19 people\b/m);
    expect(preview.text).toContain('3 invalid');
    expect(preview.text).toContain('2 duplicates');
    expect(preview.text).toContain('1 opted out');
    expect(preview.buttons).toEqual(expect.arrayContaining(['Send test to me', 'Edit']));
    await ada.submit();

    // The author cannot approve it; another person can.
    const card = await slack.until(() =>
      slack
        .channel('sms')
        .messages()
        .find(({ buttons }) => buttons.includes('Review')),
    );
    await ada.pressIn(card, 'Review');
    expect(ada.openModal()?.submit ?? '').not.toBe('Approve');
    await ada.dismiss().catch(() => undefined);
    expect(vonage.requests.filter(({ path }) => path.startsWith('/v1/messages'))).toHaveLength(0);

    await ben.pressIn(card, 'Review');
    const review = await slack.until(() => (ben.openModal()?.submit === 'Approve' ? ben.openModal() : undefined));
    expect(review.text).toContain('how was your visit?');
    await ben.fill({ 'Nobody said how these people agreed': true });
    await ben.submit();

    // Batches of five leave at the interval; after the first come a STOP, one from a person whose turn is still to come, and a question.
    await vonage.until(() => vonage.accepted.length === 5, { timeoutMs: 15_000 });
    await vonage.phone(phone(1)).text('Stop please');
    await vonage.phone(phone(11)).text('STOP');
    await vonage.phone(phone(2)).text('When do you open on <!channel> Sunday?');

    const message = await slack.until(() =>
      slack
        .channel('sms')
        .messages()
        .find(({ buttons }) => buttons.includes('Pause')),
    );
    const reply = await slack.until(() => threadOf(message).find(({ text }) => text.includes('When do you open')), {
      timeoutMs: 15_000,
    });
    expect(reply.text).toContain('Person2');
    expect(reply.text).not.toContain(phone(2));

    // An agent answers it and marks it as handled.
    await cleo.pressIn(reply, 'Reply');
    await cleo.modal();
    await cleo.fill({ 'Your answer': 'We open at ten on Sunday.' });
    await cleo.submit();
    await vonage.until(() =>
      vonage.accepted.some(({ to, text }) => `+${to}` === phone(2) && text.includes('ten on Sunday')),
    );
    await cleo.pressIn(reply, 'Handled');
    await slack.until(() => threadOf(message).some(({ text }) => /handled by/i.test(text)), { timeoutMs: 15_000 });

    // It completes and the counts add up.
    const completed = await slack.until(() => threadOf(message).find(({ text }) => /completed/i.test(text)), {
      timeoutMs: 30_000,
    });
    expect(completed.text).toMatch(/18/);
    const texted = vonage.accepted.filter(({ clientRef }) => clientRef?.startsWith('v1.'));
    expect(texted).toHaveLength(18);
    expect(new Set(texted.map(({ to }) => to)).size).toBe(18);
    expect(texted.map(({ to }) => `+${to}`)).not.toContain(phone(20));
    expect(texted.map(({ to }) => `+${to}`)).not.toContain(phone(11));
    expect(vonage.accepted.filter(({ to }) => `+${to}` === phone(1))).toHaveLength(1);

    const reports = threadOf(message).filter(({ text }) => /^Batch(es)? \d/.test(text));
    const reported = reports.flatMap(({ text }) => [...text.matchAll(/(\d+) sent/g)].map(([, sent]) => Number(sent)));
    expect(reported.reduce((sum, sent) => sum + sent, 0)).toBe(18);
    expect(gapsBetweenBatches(texted.map(({ at }) => at))).toEqual([5, 5, 5, 3]);
    expect(mostInAnySecond(texted.map(({ at }) => at))).toBeLessThanOrEqual(5);

    const metrics = await (await fetch(`${url}/metrics`, { headers: metricsHeaders })).text();
    expect(metrics).toContain('trickle_recipients{state="delivered"} 18');
    expect(metrics).toContain('trickle_recipients{state="skipped"} 2');
    expect(slack.problems).toEqual([]);
    expect(logged.join('\n')).not.toMatch(/\+?1201555\d{4}|how was your visit|When do you open/);

    function threadOf({ ts }: { ts: string }) {
      return (
        slack
          .channel('sms')
          .messages()
          .find((candidate) => candidate.ts === ts)?.thread ?? []
      );
    }
  },
);

/** How many messages left together, where a pause of more than a second ends a batch. */
function gapsBetweenBatches(times: readonly number[]): number[] {
  const sizes: number[] = [];
  for (const [index, time] of times.entries()) {
    if (index === 0 || time - times[index - 1]! > 1_000) sizes.push(0);
    sizes[sizes.length - 1]! += 1;
  }
  return sizes;
}
