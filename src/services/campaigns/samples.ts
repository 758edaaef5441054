import type { Campaign } from '../../domain/campaign/campaign.ts';
import { messageFor } from '../../domain/message/template.ts';
import { maskPhoneNumber } from '../../domain/phone/phone-number.ts';
import type { Recipient } from '../../domain/recipient/recipient.ts';
import type { ReadingDeps } from '../deps.ts';
import { recipientPages, recipientsAt } from '../list/stored-list.ts';

/** A message as one person will read it. `isLeftOut`: they get none: they opted out, or, `byRule`, the campaign leaves them out. */
export type Sample = { number: string; text: string; isLeftOut: boolean; byRule?: true };

/** So many are shown, if so many get it. */
const fewest = 3;

/** What a few of those who get it will read; of those who opted out only where nobody else is on the list. */
export async function samplesOf(deps: ReadingDeps, campaign: Campaign): Promise<readonly Sample[]> {
  const picked = await pickedRecipients(deps, campaign);
  const samples = await Promise.all(picked.map((recipient) => sampleOf(deps, campaign, recipient)));
  const getting = samples.filter(({ isLeftOut }) => !isLeftOut);
  if (getting.length === samples.length) return samples;
  const known = new Set(picked.map(({ no }) => no));
  for await (const page of recipientPages(deps.store, campaign)) {
    for (const recipient of page) {
      if (getting.length >= fewest) return getting;
      if (known.has(recipient.no)) continue;
      const sample = await sampleOf(deps, campaign, recipient);
      if (!sample.isLeftOut) getting.push(sample);
    }
  }
  return getting.length > 0 ? getting : samples;
}

export async function sampleOf({ store }: ReadingDeps, campaign: Campaign, recipient: Recipient): Promise<Sample> {
  const suppression = await store.suppressions.get(recipient.number);
  const byRule = recipient.leftOut !== undefined;
  return {
    number: maskPhoneNumber(recipient.number),
    text: textFor(campaign, recipient),
    isLeftOut: byRule || suppression?.kind === 'opted_out',
    ...(byRule && { byRule }),
  };
}

function textFor(campaign: Campaign, recipient: Recipient): string {
  const rendered = messageFor(campaign, recipient);
  return rendered.ok ? rendered.text : '';
}

/** The recipients picked by measuring; the first three for drafts measured before it picked any. */
async function pickedRecipients(deps: ReadingDeps, { id, segments }: Campaign): Promise<readonly Recipient[]> {
  if (!segments.samples) return deps.store.recipients.page(id, { from: 0, limit: 3 });
  return recipientsAt(deps.store, id, segments.samples);
}
