import { parseTemplate, type Rendered, renderMessage } from './template.ts';

/** A campaign's text as one person reads it; `values` are theirs, in the order of the list's columns. */
export function messageFor(
  campaign: { template: string; list: { columns: readonly string[] } },
  { values }: { values: readonly string[] },
): Rendered {
  return renderMessage(parseTemplate(campaign.template), campaign.list.columns, values);
}
