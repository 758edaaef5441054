import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import type { Person } from '../../playground/slack/people/person.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { FormInput } from '../../src/domain/campaign/campaign-form.ts';
import type { UserId } from '../../src/domain/ids.ts';
import { aFormInput } from '../support/builders.ts';
import { type Bench, from } from './slack-bench.ts';

export const message = 'Hi, will you come? Reply STOP to opt out.';
export const pasted = '+12015550150\n+12015550151';

type Filled = Parameters<Person['fill']>[0];

/** Opens the form and fills it in with what is named, and for the rest with what nobody minds. */
export async function fillForm(person: Person, values: Filled = {}): Promise<void> {
  await person.command('/sms-campaign');
  await person.modal('New SMS campaign');
  await person.fill({ 'Campaign name': 'Reunion', Message: message, 'Or paste recipients': pasted, ...values });
}

/** Fills the form in, and presses on to the preview. */
export async function openPreview(person: Person, values: Filled = {}): ReturnType<Person['modal']> {
  await fillForm(person, values);
  await person.submit();
  return person.modal('Check your campaign');
}

/** The newest card in #sms that can be reviewed, once there is one. */
export function reviewCard(slack: LocalSlack): Promise<ReturnType<ReturnType<LocalSlack['channel']>['messages']>[0]> {
  const { messages } = slack.channel('sms');
  return slack.until(() => messages().findLast(({ buttons }) => buttons.includes('Review')), {
    what: 'the review card',
  });
}

/** A draft that the services made, where the form is not what is tried. */
export async function draftBy(
  { services: { campaigns } }: Bench,
  by: UserId,
  form: Partial<FormInput> = {},
  source = pasted,
): Promise<Campaign> {
  const content = await campaigns.read(aFormInput({ sender: from, channel: 'C0SMS', ...form }), by);
  return (await campaigns.draft({ content, source, by, origin: `${content.name} of ${by}` })).campaign;
}

/** Its author submits it as it stands. */
export async function submit({ services: { campaigns } }: Bench, { id, createdBy }: Campaign): Promise<Campaign> {
  const { contentHash } = await campaigns.preview(id);
  return campaigns.submit(id, { by: createdBy, contentHash });
}

export async function approve(
  { services: { campaigns } }: Bench,
  { id }: Pick<Campaign, 'id'>,
  by: UserId,
): Promise<Campaign> {
  const { contentHash } = await campaigns.preview(id);
  return campaigns.approve(id, { by, contentHash, ticked: ['nobody_said'] });
}

/** Starts it if it has to wait, and leaves in doubt, and tells of it, whether the first on the list was texted. */
export async function leaveFirstInDoubt({ store }: Bench, { id }: Campaign): Promise<void> {
  const now = new Date();
  const at = now.toISOString();
  const current = (await store.campaigns.get(id))!;
  if (current.status !== 'running') await store.campaigns.save({ ...current, status: 'running', startedAt: at });
  const [claim] = await store.recipients.claim(id, { no: 1, startedAt: at, size: 50 }, 1, now);
  await store.recipients.record(claim!, { to: 'unconfirmed', reason: 'timeout' }, now);
  const note = { kind: 'unconfirmed' as const, cause: 'timeout', nos: [0], count: 1 };
  await store.announcements.add([{ id: 'doubt', at, kind: 'note', campaignId: id, note }]);
}

/** Starts it if it has to wait, and texts everybody on its list. */
export async function textEverybody({ store }: Bench, { id }: Campaign): Promise<void> {
  const now = new Date();
  const at = now.toISOString();
  const current = (await store.campaigns.get(id))!;
  if (current.status !== 'running') await store.campaigns.save({ ...current, status: 'running', startedAt: at });
  const { size } = current.list;
  for (const claim of await store.recipients.claim(id, { no: 1, startedAt: at, size }, size, now)) {
    await store.recipients.record(claim, { to: 'submitted', messageId: `m${claim.no}` }, now);
  }
}
