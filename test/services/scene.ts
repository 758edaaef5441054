import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Member, Roles } from '../../src/domain/campaign/permissions.ts';
import type { ConversationId, UserId } from '../../src/domain/ids.ts';
import type { People } from '../../src/ports/world.ts';
import { aCampaign, aConversation, aDraft, aFormInput, anInbound, aPerson } from '../support/builders.ts';
import { aBench, type Bench } from '../support/services.ts';

export const members = {
  author: aPerson({ id: 'U0AUTHOR' as UserId }),
  approver: aPerson({ id: 'U0APPROVER' as UserId }),
  agent: aPerson({ id: 'U0AGENT' as UserId }),
  admin: aPerson({ id: 'U0ADMIN' as UserId }),
  'member without a role': aPerson({ id: 'U0NOBODY' as UserId }),
  guest: aPerson({ id: 'U0GUEST' as UserId, isGuest: true }),
  bot: aPerson({ id: 'U0BOT' as UserId, isBot: true }),
  'member of elsewhere': aPerson({ id: 'U0ELSE' as UserId, isExternal: true }),
  'deactivated member': aPerson({ id: 'U0LEFT' as UserId, isDeactivated: true }),
  unknown: aPerson({ id: 'U0UNKNOWN' as UserId }),
} satisfies Record<string, Member>;
export type Who = keyof typeof members;
export const everybody = Object.keys(members) as Who[];

/** On every list that there is, those too whom no list can help. */
const hopeless = ['U0GUEST', 'U0BOT', 'U0ELSE', 'U0LEFT', 'U0UNKNOWN'];
const roles = {
  creators: ['U0AUTHOR', 'U0AGENT', ...hopeless],
  approvers: ['U0APPROVER', ...hopeless],
  admins: ['U0ADMIN', ...hopeless],
};

export type Scene = {
  bench: Bench;
  draft: Campaign;
  waiting: Campaign;
  running: Campaign;
  held: Campaign;
  /** The approver proposes another pace for it. */
  sentBack: Campaign;
  /** The author proposes a faster pace for it. */
  proposed: Campaign;
  /** It asks whether to go on after its first people. */
  tried: Campaign;
  talk: ConversationId;
};

/** The same roles, by user groups. */
export const groupRoles: Roles = { creators: ['S0AUTHORS'], approvers: ['S0APPROVERS'], admins: ['S0ADMINS'] };
const groupOf: Partial<Record<string, string>> = {
  [members.author.id]: 'S0AUTHORS',
  [members.approver.id]: 'S0APPROVERS',
  [members.admin.id]: 'S0ADMINS',
};
export async function inGroups(id: UserId): Promise<Member> {
  return aPerson({ id, groups: [groupOf[id] ?? 'S0OTHERS'] });
}

async function findMember(id: UserId): Promise<Member | undefined> {
  return Object.values(members).find((one) => one.id === id && one !== members.unknown);
}

/** Who is who as Slack tells it, and who has which role. */
export type World = { people: People; roles: Roles };

const asTheyAre: World = {
  people: { find: findMember, findNow: findMember, findNowOrLately: findMember },
  roles,
};

/** One campaign of the author's at each stage, and a conversation about the one that runs and the one that it holds. */
export async function aScene({ people, roles }: World = asTheyAre): Promise<Scene> {
  const bench = await aBench({ settings: { roles }, people });
  const list = [{ number: '+12015550150' as Campaign['list']['hash'], values: ['Ada'] }] as never;
  const own = { createdBy: members.author.id, lastEditedBy: members.author.id, hours: null };
  const add = async (campaign: Campaign) =>
    bench.store.campaigns.create({ ...campaign, list: { ...campaign.list, size: 1 } }, list);
  const draft = await add(aDraft({ ...own, id: 'draftaaa' as Campaign['id'], origin: 'draft' }));
  const waiting = await add(
    aDraft({ ...own, id: 'waitaaaa' as Campaign['id'], origin: 'waiting', status: 'pending_approval' }),
  );
  const running = await add(aCampaign({ ...own, id: 'runsaaaa' as Campaign['id'], origin: 'running' }));
  const { messages, ...conversation } = aConversation({ campaignId: running.id });
  await bench.store.conversations.receive({
    message: anInbound(messages[0] as object),
    conversation,
    announcements: [],
  });
  const held = await add(
    aCampaign({
      ...own,
      id: 'heldaaaa' as Campaign['id'],
      origin: 'held',
      channel: 'C0HELD' as Campaign['channel'],
      throttle: { batchSize: 1, everySeconds: 60, holdAbove: 0 },
    }),
  );
  const open = { ...conversation, id: 'heldtalkaaaa' as ConversationId, campaignId: held.id };
  await bench.store.conversations.receive({
    message: anInbound({ id: 'held' }),
    conversation: open,
    announcements: [],
  });
  const proposed = await add(
    aCampaign({
      ...own,
      id: 'fastaaaa' as Campaign['id'],
      origin: 'proposed',
      paceProposal: {
        by: members.author.id,
        at: '2026-11-23T15:00:00.000Z',
        pace: {
          throttle: { batchSize: 90, everySeconds: 60, holdAbove: 10 },
          hours: null,
          answerWithinSeconds: null,
        },
      },
    }),
  );
  const throttle = { batchSize: 10, everySeconds: 300, holdAbove: 10 };
  const sentBack = await add(
    aDraft({
      ...own,
      id: 'backaaaa' as Campaign['id'],
      origin: 'sent back',
      submittedBy: members.author.id,
      sentBack: { by: members.approver.id, at: '2026-11-23T15:00:00.000Z', reason: 'Another pace', throttle },
    }),
  );
  const tried = await add(
    aCampaign({
      ...own,
      id: 'triedaaa' as Campaign['id'],
      origin: 'tried',
      channel: 'C0TRIED' as Campaign['channel'],
      canary: { first: 1 },
      canaryState: { asked: { at: '2026-11-23T15:00:00.000Z', because: 'tried' } },
    }),
  );
  return { bench, draft, waiting, running, held, proposed, sentBack, tried, talk: conversation.id };
}

/** The form as its author fills it in. */
export async function content(bench: Bench) {
  return bench.campaigns.read(aFormInput(), members.author.id);
}
