import type { Person } from '../../playground/slack/people/person.ts';
import type { MessageShown, ViewShown } from '../../playground/slack/people/shown.ts';
import { type Answering, nothingForeseen } from '../../src/domain/answering/answering.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { UserId } from '../../src/domain/ids.ts';
import { aFormInput } from '../support/builders.ts';
import { textEverybody } from './campaigns.ts';
import { type Bench, from } from './slack-bench.ts';

const [author, approver] = ['U0ADA', 'U0BEN'].map((id) => UserId.parse(id)) as [UserId, UserId];

export const phoneOf = (no: number) => `+120155501${50 + no}`;

/** Everybody on the list was texted, and so many of them have answered in their order. */
export async function whereTheyWrote(
  bench: Bench,
  count: number,
  answering: Answering = nothingForeseen,
  size = count,
): Promise<Campaign> {
  const { campaigns } = bench.services;
  const input = aFormInput({ name: 'Reunion', sender: from, channel: 'C0SMS', hours: 'any time', hold: '40' });
  const content = await campaigns.read(input, author);
  const rows = Array.from({ length: size }, (_, no) => `${phoneOf(no)},Person ${no},Table ${no}`);
  const source = ['phone,first_name,place', ...rows].join('\n');
  const { campaign } = await campaigns.draft({ content, source, by: author, origin: 'V1' });
  await bench.store.campaigns.save({ ...campaign, answering });
  const { contentHash } = await campaigns.preview(campaign.id);
  await campaigns.submit(campaign.id, { by: author, contentHash });
  await campaigns.approve(campaign.id, { by: approver, contentHash, ticked: ['nobody_said'] });
  await textEverybody(bench, campaign);
  for (let no = 0; no < count; no += 1) await bench.text(phoneOf(no), `Text of ${no}`);
  const messages = bench.slack.channel('sms').messages;
  if (count > 0) await bench.slack.until(() => messages().some(({ buttons }) => buttons.includes('Answer replies')));
  return campaign;
}

/** Everything in #sms, with what stands in the threads. */
export function everyPost({ slack }: Bench): MessageShown[] {
  const messages = slack.channel('sms').messages();
  return messages.flatMap((message) => [message, ...message.thread]);
}

/** The person's window, once it says so. */
export function windowThatSays({ slack }: Bench, person: Person, words: string): Promise<ViewShown> {
  const open = () => person.openModal();
  return slack.until(() => open()?.text.includes(words) && open(), { what: `"${words}" instead of ${open()?.text}` });
}
