import { readFile } from 'node:fs/promises';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { CampaignError } from '../../src/domain/campaign-error.ts';
import type { LinesLeftOut } from '../../src/domain/list/read-list.ts';
import { allOf } from '../../src/domain/many.ts';
import { parseTemplate, renderMessage } from '../../src/domain/message/template.ts';
import type { Recipient } from '../../src/domain/recipient/recipient.ts';
import type { ListSource } from '../../src/services/list/read-list.ts';
import { previewModal } from '../../src/slack/ui/modals/preview.ts';
import type { BlockJson } from '../slack/block-json.ts';
import { optionsOf, textOfBlocks } from '../slack/people/text-of.ts';
import { createRulings } from './by-rules.ts';
import { type Desk, openDesk } from './desk.ts';
import { draftCampaign } from './send-campaign.ts';

/** Whom a list means, in the words of the form and the preview. `refused`: the form says so, and nothing is stored. */
export type ListVerdict = {
  kind: 'list';
  /** `rules`: what they say of the person at the moment that was asked about. */
  texted: { line: number | null; number: string; values: Record<string, string>; text: string; rules?: string }[];
  notTexted: { line: number | null; value: string; reason: string }[];
  /** The author's questions with their choices; without a chosen one nobody is texted before an answer. */
  asks: { label: string; chosen: string | null; choices: string[] }[];
  refused: string | null;
  preview: string[];
};

/** Reads one list as the form does, up to what the preview says. */
export async function decideListFile(path: string, country: string, message: string, at?: Date): Promise<ListVerdict> {
  const bytes = await readFile(path);
  if (path.toLowerCase().endsWith('.txt')) return decideList(bytes.toString('utf8'), { country, message, at });
  const stream = async function* () {
    yield bytes;
  };
  return decideList({ fileId: 'F0CASE', bytes: stream() }, { country, message, at });
}

async function decideList(
  source: ListSource,
  { country, message, at }: { country: string; message: string; at: Date | undefined },
): Promise<ListVerdict> {
  const desk = await openDesk(country);
  try {
    const { campaign, rejected } = await draftCampaign(desk, message, source);
    return await verdictOn(desk, campaign, rejected, at);
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    return { kind: 'list', texted: [], notTexted: [], asks: [], refused: error.message, preview: [] };
  } finally {
    await desk.close();
  }
}

/** The same for a draft on a desk that has seen texts before. */
export async function verdictOn(
  desk: Desk,
  campaign: Campaign,
  rejected: LinesLeftOut | null,
  at?: Date,
): Promise<ListVerdict> {
  const people = await everybody(desk, campaign);
  const ruling = at && createRulings(at);
  const isNever = (one: Recipient) => ruling?.(one).isNever === true;
  const optedOut = await desk.store.suppressions.among(people.map(({ number }) => number));
  const isAsked = (campaign.list.reading?.questions ?? []).length > 0;
  const view = previewModal(await desk.campaigns.preview(campaign.id));
  const blocks = view.blocks as unknown as BlockJson[];
  return {
    kind: 'list',
    texted: isAsked
      ? []
      : people
          .filter((one) => !optedOut.has(one.number) && !isNever(one))
          .map((one) => ({
            line: one.line ?? null,
            number: one.number,
            values: valuesOf(campaign, one),
            text: textFor(campaign, one),
            ...(ruling && { rules: ruling(one).says }),
          })),
    notTexted: [
      ...(await leftOut(rejected)),
      ...people
        .filter(({ number }) => optedOut.has(number))
        .map((one) => ({ line: one.line ?? null, value: one.number, reason: 'this person has opted out' })),
      ...people
        .filter((one) => !optedOut.has(one.number) && isNever(one))
        .map((one) => ({ line: one.line ?? null, value: one.number, reason: ruling!(one).says })),
      ...waiting(campaign),
    ],
    asks: blocks
      .filter((block) => block.type === 'input' && block.element)
      .map((block) => ({
        label: typeof block.label === 'string' ? block.label : (block.label?.text ?? ''),
        chosen: block.element?.initial_option?.text.text ?? null,
        choices: optionsOf(block.element!)
          .slice(0, 12)
          .map(({ text, description }) => [text.text, description?.text].filter(Boolean).join(': ')),
      })),
    refused: null,
    preview: textOfBlocks(blocks, (id) => id).split('\n'),
  };
}

async function leftOut(read: LinesLeftOut | null): Promise<ListVerdict['notTexted']> {
  if (!read) return [];
  const kinds = await Promise.all([read.invalid, read.duplicates, read.marked, read.leftOut].map(allOf));
  return kinds.flat().sort((a, b) => a.line - b.line);
}

function waiting({ list: { waiting: count = 0 } }: Campaign): ListVerdict['notTexted'] {
  return count > 0 ? [{ line: null, value: `${count} lines`, reason: 'the author is asked first' }] : [];
}

async function everybody({ store }: Desk, { id, list }: Campaign): Promise<Recipient[]> {
  const people: Recipient[] = [];
  for (let from = 0; from < list.size; from += 1_000)
    people.push(...(await store.recipients.page(id, { from, limit: 1_000 })));
  return people;
}

function valuesOf({ list }: Campaign, { values }: Recipient): Record<string, string> {
  const named = list.columns.map((column, index) => [column, values[index] ?? ''] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== ''));
}

function textFor({ template, list }: Campaign, { values }: Recipient): string {
  const rendered = renderMessage(parseTemplate(template), list.columns, values);
  return rendered.ok ? rendered.text : '';
}
