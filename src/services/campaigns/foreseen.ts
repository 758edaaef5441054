import type { Answering } from '../../domain/answering/answering.ts';
import { withTexts } from '../../domain/answering/texts-in.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { messageFor } from '../../domain/message/template.ts';
import type { StoreReader } from '../../ports/store.ts';

/** How the campaign's replies are answered, with the texts as the first person on its list reads them. */
export async function foreseenIn(
  { recipients }: Pick<StoreReader, 'recipients'>,
  { id, answering, list }: Campaign,
): Promise<Answering | null> {
  if (!answering) return null;
  const [first] = await recipients.page(id, { from: 0, limit: 1 });
  return withTexts(answering, (template) => {
    const rendered = messageFor({ template, list }, { values: first?.values ?? [] });
    return rendered.ok ? rendered.text : template;
  });
}
