import { contentHash, isAsSeen, type Seen } from '../../domain/campaign/approval.ts';
import { type Campaign, type StoredSource, writersOf } from '../../domain/campaign/campaign.ts';
import { type CampaignContent, withPaceOf } from '../../domain/campaign/campaign-form.ts';
import { mayEdit } from '../../domain/campaign/campaign-status.ts';
import { asReviewed } from '../../domain/campaign/difference.ts';
import { CampaignError } from '../../domain/campaign-error.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { consentOfOtherPeople } from '../../domain/consent/consent.ts';
import type { CampaignId, UserId } from '../../domain/ids.ts';
import { countLinesLeftOut, type LinesLeftOut, type OpenList } from '../../domain/list/read-list.ts';
import type { ListChoices } from '../../domain/list/reading.ts';
import type { Many } from '../../domain/many.ts';
import type { ListedRecipient } from '../../domain/recipient/recipient.ts';
import type { Deps } from '../deps.ts';
import { changeCampaign, needCampaign } from '../lifecycle/change-campaign.ts';
import { leftOutLines } from '../list/leave-out-of.ts';
import { peopleSince } from '../list/people-since.ts';
import { keepList, type ListSource, type ReadingWatch, readListFor } from '../list/read-list.ts';

/** The same draft twice is one draft; `rejected`: the list's lines left out, if any. */
export type Drafted = { campaign: Campaign; rejected: LinesLeftOut | null };

/** What an edit puts in place; without a source the list stays. */
type Replacement = {
  content: CampaignContent;
  source: ListSource | null;
  by: UserId;
  seen: Seen;
  choices: ListChoices;
  watch?: ReadingWatch;
  /** As of a draft. */
  origin?: string | undefined;
};

/**
 * A draft's new content; without a source the list stays. Any approval is void. Reading a list takes a while: changes
 * by others meanwhile are not overwritten.
 */
export async function replaceContent(
  deps: Deps,
  id: CampaignId,
  { content: wished, source, by, seen, choices, watch, origin }: Replacement,
): Promise<Drafted> {
  const before = await needCampaign(deps.store, id);
  const content = withPaceOf(wished, before.throttle);
  const mayBeTwice = before.editedAt !== undefined && before.lastEditedBy === by;
  if (!mayBeTwice) await refuseStale(deps, before, seen, by);
  const written = { ...before, ...content };
  const fresh = source === null ? null : await readListFor(deps, written, source, choices, watch);
  const { list, segments, recipients } = fresh ?? (await keepList(deps, before, written));
  // Whom it leaves out stands on the stored list.
  const isNewList = fresh !== null || list.hash !== before.list.hash;
  const formerly = before.status === 'pending_approval' ? asReviewed(before, deps.clock.now()) : before.formerly;
  const change = isNewList && formerly ? await peopleSince(deps, formerly, before, { list, recipients }) : undefined;
  // What was said holds for the people of whom it was said.
  const isOfOthers = fresh !== null && list.hash !== before.list.hash && !isSameSource(before, fresh.listSource);
  const changedBy = (current: Campaign): Campaign => ({
    ...current,
    ...content,
    list,
    segments,
    ...(isOfOthers && { consent: consentOfOtherPeople(current.consent) }),
    ...(fresh && { listSource: fresh.listSource }),
    lastEditedBy: by,
    editedBy: [...new Set([...writersOf(current), by])],
    editedAt: deps.clock.now().toISOString(),
    approval: null,
    submittedAt: null,
    status: 'draft',
    sentBack: current.sentBack && withoutPace(current.sentBack),
    ...(formerly && { formerly: change ? { at: formerly.at, content: formerly.content, ...change } : formerly }),
  });

  const rejected = isNewList ? await linesLeftOut(deps, fresh?.read ?? null, { list, recipients }) : null;
  const found = await needCampaign(deps.store, id);
  if (isSameEdit(found, changedBy(found), by)) return { campaign: found, rejected };
  for (const one of [before, found]) await refuseStale(deps, one, seen, by);
  const campaign = await changeCampaign(deps, id, (current) => {
    // Somebody was faster even since that look; waiting is impossible here.
    if (!isAsSeen(current, seen)) throw stale('Somebody changed this campaign after you opened it');
    const imported = origin !== undefined && fresh ? { imported: origin } : {};
    return { campaign: changedBy(current), ...(isNewList && { list: recipients }), ...imported };
  });
  return { campaign, rejected };
}

/** It is read again, with other answers to what was in doubt. */
function isSameSource({ listSource }: Campaign, source: StoredSource): boolean {
  return canonicalJson(listSource ?? null) === canonicalJson(source);
}

/** What a draft has, to be put in place with a change. */
export function contentOf(campaign: Campaign): CampaignContent {
  const { name, sender, template, throttle, hours, startAt, zone, channel, answering, leaveOut, canary } = campaign;
  const { notAfter } = campaign;
  const content = { name, sender, template, throttle, hours, startAt, zone, channel };
  return {
    ...content,
    ...(answering && { answering }),
    ...(leaveOut && { leaveOut }),
    ...(canary && { canary }),
    ...(notAfter && { notAfter }),
  };
}

/** Somebody else's pace was for what it was then. */
function withoutPace({ throttle: _void, ...sentBack }: NonNullable<Campaign['sentBack']>) {
  return sentBack;
}

/** The same form submitted twice by a double click: the first one did it. */
function isSameEdit(found: Campaign, wanted: Campaign, by: UserId): boolean {
  return (
    found.status === 'draft' &&
    found.editedAt !== undefined &&
    found.lastEditedBy === by &&
    contentHash(found) === contentHash(wanted)
  );
}

/** A campaign that others changed, submitted or decided since it was opened must be looked at again first. */
export async function refuseStale({ people }: Deps, campaign: Campaign, seen: Seen, by: UserId): Promise<void> {
  refuseUnlessEditable(campaign);
  if (isAsSeen(campaign, seen)) return;
  if (contentHash(campaign) !== seen.contentHash) {
    const { lastEditedBy } = campaign;
    const editor = lastEditedBy === by ? undefined : (await people.find(lastEditedBy))?.name;
    const who = lastEditedBy === by ? 'You' : (editor ?? 'Somebody');
    throw stale(`${who} changed this campaign${who === 'You' ? ' in another window' : ''} after you opened it`);
  }
  const what = campaign.status === 'draft' ? 'sent back' : 'submitted for approval';
  throw stale(`This campaign was ${what} after you opened it`);
}

function stale(what: string): CampaignError {
  return new CampaignError('stale_edit', `${what}, so nothing of yours was saved.`);
}

export function refuseUnlessEditable({ status, approval }: Campaign): void {
  if (mayEdit(status)) return;
  if (status === 'cancelled' && !approval) {
    throw new CampaignError('not_editable', 'This campaign was cancelled. Start a new one instead.');
  }
  const sentence =
    'An approved campaign cannot be edited. To send something else, copy its message, cancel it and write a new one.';
  throw new CampaignError('not_editable', sentence);
}

/** What was read and left out, and whom the campaign's rules leave out; null: nobody. */
export async function linesLeftOut(
  { store }: Deps,
  read: OpenList | null,
  { list, recipients }: { list: Campaign['list']; recipients: Many<ListedRecipient> },
): Promise<LinesLeftOut | null> {
  const { invalid = [], duplicates = [], marked = [] } = read ?? {};
  const leftOut = await leftOutLines(store, recipients, list.leftOut ?? 0);
  const lines = { invalid, duplicates, marked, leftOut, files: list.reading?.files };
  return countLinesLeftOut(lines) > 0 ? lines : null;
}
