import type { Seen } from '../../../domain/campaign/approval.ts';
import type { Campaign } from '../../../domain/campaign/campaign.ts';
import type { CampaignContent } from '../../../domain/campaign/campaign-form.ts';
import type { ListFrom } from '../../../domain/campaign/result.ts';
import { CampaignError } from '../../../domain/campaign-error.ts';
import type { CampaignId, UserId } from '../../../domain/ids.ts';
import type { Deps } from '../../deps.ts';
import { filesOf, type ListSource, type ReadingWatch, readListFor, storedSource } from '../../list/read-list.ts';
import { takeListFrom } from '../copying.ts';
import { linesLeftOut } from '../editing.ts';
import type { Again } from './readings.ts';

/** Gives a stored file by its id. */
export type OpenFile = (fileId: string) => Promise<AsyncIterable<Uint8Array>>;

/** What a draft begins with beside its content and its list. */
export const emptyDraft = {
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

/** The list of a new draft, with all lines of it that are left out. */
export async function listFor(
  deps: Deps,
  content: CampaignContent & { id: CampaignId },
  { source, watch, by }: { source: ListSource | ListFrom; watch: ReadingWatch; by: UserId },
) {
  if (typeof source === 'object' && 'campaignId' in source) {
    const taken = await takeListFrom(deps, content, source, by);
    watch.storing?.();
    return { ...taken, rejected: await linesLeftOut(deps, null, taken) };
  }
  const { read, ...listed } = await readListFor(deps, content, source, {}, watch);
  return { ...listed, rejected: await linesLeftOut(deps, read, listed) };
}

/** Only files take long enough to be begun again; people of another campaign are stored anyway. */
export function againFrom(
  content: CampaignContent,
  source: ListSource | ListFrom,
  edited: { id: CampaignId; seen: Seen } | null,
): Again | null {
  if (typeof source === 'string' || 'campaignId' in source) return null;
  return { content, source: storedSource(filesOf(source)), edited };
}

/** The list that a draft was read from. Throws a CampaignError where it was not kept. */
export async function reopened({ listSource }: Pick<Campaign, 'listSource'>, open: OpenFile): Promise<ListSource> {
  if (listSource?.kind === 'pasted') return listSource.text;
  if (listSource?.kind === 'file') return { fileId: listSource.id, bytes: await open(listSource.id) };
  if (listSource) {
    return { files: listSource.files.map(({ id, name }) => ({ fileId: id, name, bytes: whenRead(() => open(id)) })) };
  }
  throw new CampaignError('no_source', 'The list was not kept. Press Edit and give it again.');
}

/** A file is fetched only when its turn to be read has come. */
export async function* whenRead(open: () => Promise<AsyncIterable<Uint8Array>>): AsyncGenerator<Uint8Array> {
  yield* await open();
}
