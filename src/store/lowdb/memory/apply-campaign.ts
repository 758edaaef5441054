import type { Post } from '../../../domain/campaign/campaign.ts';
import { type Group, newGroup } from '../../../domain/reply/group.ts';
import { campaignDocument, readDocumentName } from './document-names.ts';
import type { EventOf, PostPlace } from './events.ts';
import { type CampaignMemory, type Memory, touch } from './memory.ts';
import { numberColumn } from './number-column.ts';
import { recipientColumns } from './recipient-columns.ts';

export function applyCampaignEvent(memory: Memory, event: EventOf<'campaign_created' | 'campaign_saved'>): void {
  const { campaign, list } = event;
  if (!touch(memory, campaignDocument(campaign.id))) return;
  const known = memory.campaigns.get(campaign.id);
  if (!known) {
    if (list) addCampaign(memory, { campaign, list, posts: { review: null, message: null }, batch: null });
    return;
  }
  known.campaign = campaign;
  if (!list) return;
  known.list = list;
  known.columns = recipientColumns(list.size);
  known.numbers = numberColumn(0);
}

/** With everybody queued: state documents and events tell what became of them. */
export function addCampaign(
  memory: Memory,
  parts: Pick<CampaignMemory, 'campaign' | 'list' | 'posts' | 'batch'> &
    Partial<Pick<CampaignMemory, 'conflicts' | 'decisions' | 'groups'>>,
): void {
  memory.campaigns.set(parts.campaign.id, {
    conflicts: [],
    decisions: [],
    groups: [],
    ...parts,
    columns: recipientColumns(parts.list.size),
    numbers: numberColumn(0),
  });
  memory.origins.set(parts.campaign.origin, parts.campaign.id);
}

/** Its files are removed once meta.json no longer names them. */
export function discardCampaign(memory: Memory, { campaignId }: EventOf<'campaign_discarded'>): void {
  if (!touch(memory, campaignDocument(campaignId))) return;
  const known = memory.campaigns.get(campaignId);
  memory.campaigns.delete(campaignId);
  if (known) memory.origins.delete(known.campaign.origin);
  for (const name of memory.documents.keys()) {
    const part = readDocumentName(name);
    if ((part?.of !== 'campaign' && part?.of !== 'state') || part.id !== campaignId) continue;
    memory.documents.delete(name);
    memory.dirty.delete(name);
    memory.discarded.set(name, memory.seq);
  }
}

/** At most this many notes about people in doubt are kept true; older ones are hardly looked at. */
const mostDoubts = 20;

export function addDoubtCard(memory: Memory, place: Extract<PostPlace, { of: 'doubt' }>, post: Post): void {
  const known = memory.campaigns.get(place.campaignId);
  if (!known || !touch(memory, campaignDocument(place.campaignId))) return;
  const doubts = [...(known.posts.doubts ?? []), { ...place.card, post }].slice(-mostDoubts);
  known.posts = { ...known.posts, doubts };
}

/** Of each step the last one. */
export function setNudgePost(memory: Memory, place: Extract<PostPlace, { of: 'nudge' }>, post: Post): void {
  const known = memory.campaigns.get(place.campaignId);
  if (!known || !touch(memory, campaignDocument(place.campaignId))) return;
  const others = (known.posts.nudges ?? []).filter(({ step }) => step !== place.nudge.step);
  known.posts = { ...known.posts, nudges: [...others, { ...place.nudge, post }] };
}

export function setCampaignPost(memory: Memory, place: Extract<PostPlace, { of: 'campaign' }>, post: Post): void {
  const known = memory.campaigns.get(place.campaignId);
  if (!known || !touch(memory, campaignDocument(place.campaignId))) return;
  known.posts = { ...known.posts, [place.slot]: post };
}

export function saveGroup(memory: Memory, { campaignId, group }: EventOf<'group_saved'>): void {
  const known = memory.campaigns.get(campaignId);
  if (known && touch(memory, campaignDocument(campaignId))) known.groups = withGroup(known.groups, group);
}

export function setGroupPost(memory: Memory, place: Extract<PostPlace, { of: 'group' }>, post: Post): void {
  const known = memory.campaigns.get(place.campaignId);
  if (!known || !touch(memory, campaignDocument(place.campaignId))) return;
  const others = known.groups.filter(({ says }) => says !== place.instead);
  const group = others.find(({ says }) => says === place.says) ?? newGroup(place);
  known.groups = withGroup(others, { ...group, post });
}

function withGroup(groups: readonly Group[], group: Group): Group[] {
  const at = groups.findIndex(({ says }) => says === group.says);
  return at < 0 ? [...groups, group] : groups.with(at, group);
}
