import type { Campaign, ListSummary, SegmentSummary } from '../domain/campaign.ts';
import { CampaignError } from '../domain/campaign-error.ts';
import { type CampaignContent, readCampaignForm } from '../domain/campaign-form.ts';
import { type ReadList, readRecipients } from '../domain/list/read-list.ts';
import { whyNotCreate } from '../domain/permissions.ts';
import type { ListedRecipient } from '../domain/recipient.ts';
import { countSegments } from '../domain/segments.ts';
import { checkTemplate, parseTemplate, renderMessage } from '../domain/template.ts';
import type { Campaigns, ListSource } from './campaigns.ts';
import { changeCampaign, needCampaign } from './change-campaign.ts';
import type { Deps } from './deps.ts';
import { newCampaignId } from './new-id.ts';
import { refuse } from './opt-outs.ts';

/** More parts than this are refused: carriers drop them, and nobody means to send them. */
const mostSegments = 10;

/** Turning a form and a list into a stored draft. */
export function createDrafting(deps: Deps): Pick<Campaigns, 'read' | 'draft' | 'edit'> {
  const { store, people, clock, settings } = deps;

  return {
    read: async (input, by) => {
      const person = await people.find(by);
      refuse(whyNotCreate(person, settings.roles));
      return readCampaignForm(input, {
        senders: [...settings.senders.keys()],
        zone: person?.zone || settings.zone,
        now: clock.now(),
      });
    },

    draft: async ({ content, source, by, origin }) => {
      refuse(whyNotCreate(await people.find(by), settings.roles));
      const { read, list, segments } = await readList(deps, content, source);
      const draft: Campaign = {
        ...emptyDraft,
        ...content,
        id: newCampaignId(),
        origin,
        list,
        segments,
        createdBy: by,
        lastEditedBy: by,
        createdAt: clock.now().toISOString(),
      };
      const campaign = await store.campaigns.create(draft, read.recipients);
      deps.log.info({ campaignId: campaign.id, by, size: list.size }, 'draft stored');
      return { campaign, rejected: hasRejected(read) ? read : null };
    },

    edit: async (id, { content, source, by }) => {
      refuse(whyNotCreate(await people.find(by), settings.roles));
      const fresh = source === null ? null : await readList(deps, content, source);
      const kept = fresh ?? (await keepList(deps, await needCampaign(store, id), content));

      const campaign = await changeCampaign(deps, id, (current) => {
        refuseUnlessEditable(current);
        const changes = { ...content, list: kept.list, segments: kept.segments, lastEditedBy: by };
        const unapproved = { approval: null, submittedAt: null, status: 'draft' as const };
        return { campaign: { ...current, ...changes, ...unapproved }, ...(fresh && { list: fresh.read.recipients }) };
      });
      return { campaign, rejected: fresh && hasRejected(fresh.read) ? fresh.read : null };
    },
  };
}

const emptyDraft = {
  version: 1,
  status: 'draft',
  submittedAt: null,
  approval: null,
  sentBack: null,
  pause: null,
  holdSince: null,
  startedAt: null,
  settlingSince: null,
  endedAt: null,
  reportedBatch: 0,
  unconfirmedToldAt: null,
} satisfies Partial<Campaign>;

function refuseUnlessEditable({ status }: Campaign): void {
  if (status === 'draft' || status === 'pending_approval') return;
  throw new CampaignError(
    'not_editable',
    'This campaign is approved already and cannot be edited any more. Cancel it and start a new one instead.',
  );
}

type Read = { read: ReadList; list: ListSummary; segments: SegmentSummary };

async function readList(deps: Deps, content: CampaignContent, source: ListSource): Promise<Read> {
  const read = await readRecipients(source, { country: deps.settings.country });
  if (read.recipients.length === 0) throw nobodyLeft(read);
  refuseGaps(content.template, read.columns, read.recipients);

  const optedOut = await deps.store.suppressions.among(read.recipients.map(({ number }) => number));
  const list: ListSummary = {
    size: read.recipients.length,
    columns: read.columns,
    hash: read.hash,
    duplicates: read.duplicates.length,
    invalid: read.invalid.length,
    optedOut: optedOut.size,
    rejected: read.invalid.slice(0, 5).map(({ line, value, reason }) => ({ line, value, reason })),
  };
  const audience = read.recipients.filter(({ number }) => !optedOut.has(number));
  if (audience.length === 0) throw everybodyOptedOut();
  return { read, list, segments: await measure(content.template, read.columns, audience) };
}

/** The list stays, the text may have changed: it is checked and measured against the stored recipients. */
async function keepList(deps: Deps, campaign: Campaign, content: CampaignContent): Promise<Omit<Read, 'read'>> {
  if (content.template === campaign.template) return { list: campaign.list, segments: campaign.segments };
  const recipients: ListedRecipient[] = [];
  for (let from = 0; from < campaign.list.size; from += 1_000) {
    recipients.push(...(await deps.store.recipients.page(campaign.id, { from, limit: 1_000 })));
  }
  refuseGaps(content.template, campaign.list.columns, recipients);
  return { list: campaign.list, segments: await measure(content.template, campaign.list.columns, recipients) };
}

function refuseGaps(text: string, columns: readonly string[], recipients: readonly ListedRecipient[]): void {
  const { unknown, missing } = checkTemplate(parseTemplate(text), columns, recipients);
  if (unknown.length > 0) {
    const known =
      columns.length > 0
        ? `The list has ${columns.map((column) => `{{${column}}}`).join(', ')}.`
        : 'The list has numbers only.';
    throw new CampaignError(
      'unknown_placeholder',
      `The message uses {{${unknown[0]}}}, but the list has no such column. ${known} Change the message, or give a fallback such as {{${unknown[0]}|there}}.`,
      'message',
    );
  }
  const [gap] = missing;
  if (!gap) return;
  const where =
    gap.firstLines.length > 0 ? ` (${gap.count === 1 ? 'line' : 'first lines:'} ${gap.firstLines.join(', ')})` : '';
  throw new CampaignError(
    'missing_value',
    `${gap.count} ${gap.count === 1 ? 'recipient has' : 'recipients have'} no ${gap.name}${where}. Complete the list, or give a fallback such as {{${gap.name}|there}}.`,
    'message',
  );
}

/** Counts billed parts over the whole list, in slices, so that nobody else waits for it. */
async function measure(
  text: string,
  columns: readonly string[],
  recipients: readonly ListedRecipient[],
): Promise<SegmentSummary> {
  const template = parseTemplate(text);
  const summary: SegmentSummary = { total: 0, most: 0, encoding: 'GSM-7' };
  for (const [index, { values }] of recipients.entries()) {
    if (index % 500 === 499) await new Promise((resolve) => setImmediate(resolve));
    const rendered = renderMessage(template, columns, values);
    if (!rendered.ok) continue;
    const { segments, encoding } = countSegments(rendered.text);
    summary.total += segments;
    summary.most = Math.max(summary.most, segments);
    if (encoding === 'UCS-2') summary.encoding = 'UCS-2';
  }
  if (summary.most <= mostSegments) return summary;
  throw new CampaignError(
    'long_message',
    `For at least one recipient the message falls into ${summary.most} parts and a campaign may have ${mostSegments}. Shorten it.`,
    'message',
  );
}

function nobodyLeft(read: ReadList): CampaignError {
  const [first] = read.invalid;
  const why = first ? ` Line ${first.line}, “${first.value}”: ${first.reason}.` : '';
  return new CampaignError(
    'nobody_left',
    `None of the ${read.rows} lines has a phone number that can get texts.${why} Write numbers with their country code, such as +12015550123.`,
    'file',
  );
}

function everybodyOptedOut(): CampaignError {
  return new CampaignError(
    'everybody_opted_out',
    'Everybody on this list has opted out, so nobody would get it. Give another list.',
    'file',
  );
}

function hasRejected(read: ReadList): boolean {
  return read.invalid.length + read.duplicates.length > 0;
}
