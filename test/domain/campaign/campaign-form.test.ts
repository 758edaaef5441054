import { expect, test } from 'vitest';
import { type FormInput, readCampaignForm } from '../../../src/domain/campaign/campaign-form.ts';
import { FormError } from '../../../src/domain/campaign-error.ts';
import { aFormInput, sender } from '../../support/builders.ts';

const now = new Date('2026-11-23T15:00:00.000Z');
const days = (count: number): string => String(now.getTime() / 1000 + count * 86_400);

const wrong: [what: string, input: Partial<FormInput>, problems: Record<string, RegExp>][] = [
  ['a name of nothing', { name: ' ' }, { name: /name/ }],
  ['a sender that is not set up', { sender: '12015550199' }, { sender: /^Choose one of the senders set up here: / }],
  ['a message with a broken placeholder', { message: 'Hi {{first_name' }, { message: /./ }],
  ['a batch of nobody', { batchSize: '0' }, { batchSize: /whole number from 1 to 100,000/ }],
  ['a pace without a unit', { every: '5' }, { every: /Write 5m or 5s/ }],
  ['a start that is no time', { start: 'soon' }, { start: /^Pick a date and time/ }],
  ['a start that is over', { start: days(-1) }, { start: /^That time is over/ }],
  ['a start in more than a year', { start: days(367) }, { start: /more than a year away/ }],
  ['hours that are none', { hours: 'sometimes' }, { hours: /./ }],
  ['a hold of many replies', { hold: '10001' }, { hold: /whole number from 0 to 10,000/ }],
  ['no channel', { channel: '' }, { channel: /^Choose the channel/ }],
  [
    'two wrong fields at once',
    { start: days(-1), channel: '' },
    { start: /^That time is over/, channel: /^Choose the channel/ },
  ],
];

test.each(wrong)('a form with %s says so under the field, and nothing under the others', (_, input, problems) => {
  const read = () => readCampaignForm(aFormInput(input), { senders: [sender], zone: 'Europe/Berlin', now });
  expect(read).toThrow(FormError);
  expect(read).toThrow(expect.objectContaining({ code: 'bad_form' }));
  expect(problemsOf(read)).toEqual(
    Object.fromEntries(Object.entries(problems).map(([field, says]) => [field, expect.stringMatching(says)])),
  );
});

function problemsOf(read: () => unknown): Record<string, string> {
  try {
    read();
  } catch (error) {
    if (error instanceof FormError) return Object.fromEntries(error.problems);
  }
  return {};
}
