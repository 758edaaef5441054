import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { writeAnswering } from '../../../src/domain/answering/answering-texts.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { personKey } from '../../../src/domain/phone/person.ts';
import { admin, aFormInput, aNumber, author } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

/** A campaign of these numbers that leaves out whoever was texted in the last week, approved. */
async function careful(bench: Bench, name: string, numbers: readonly string[]) {
  const { key } = await bench.campaigns.moreSettingsOf({ key: null, campaignId: null }, author);
  const typed = { ...writeAnswering(nothingForeseen), leaveOut: 'texted in the last 7 days' };
  await bench.campaigns.keepMoreSettings({ key, campaignId: null }, { typed, by: author });
  const content = await bench.campaigns.read(aFormInput({ name, hours: 'any time' }), author, key);
  const source = ['phone,first_name', ...numbers.map((number) => `${number},X`)].join('\n');
  const { campaign } = await bench.campaigns.draft({ content, source, by: author, origin: name });
  const { contentHash: seen } = await bench.campaigns.preview(campaign.id);
  await bench.campaigns.submit(campaign.id, { by: author, contentHash: seen });
  await bench.campaigns.approve(campaign.id, { by: admin, contentHash: seen, ticked: ['nobody_said'] });
  return campaign;
}

test('three campaigns that leave out each other’s people and run at once text everybody once', async () => {
  const bench = await aBench();
  const numbers = Array.from({ length: 40 }, (_, no) => aNumber(no));
  await careful(bench, 'One', numbers);
  await careful(bench, 'Two', [...numbers].reverse());
  await careful(bench, 'Three', numbers.slice(10, 30));
  for (let minute = 0; minute < 30; minute += 1) await bench.run(60);
  const reached = bench.sent.map(({ to }) => to);
  expect(reached.toSorted()).toEqual([...numbers].toSorted());
});

test('a person whose number is spelt in two ways by two lists is texted once', async () => {
  const bench = await aBench();
  const [older, newer] = ['+5215512345678', '+525512345678'] as PhoneNumber[];
  await careful(bench, 'One', [newer!, aNumber(0)]);
  await bench.run(60);
  await careful(bench, 'Two', [older!, aNumber(1)]);
  for (let minute = 0; minute < 3; minute += 1) await bench.run(60);
  const reached = bench.sent.map(({ to }) => personKey(to));
  expect(new Set(reached).size).toBe(reached.length);
  expect(reached).toHaveLength(3);
});
