import type { Announcement } from '../domain/announcement.ts';
import type { Campaign, Post } from '../domain/campaign.ts';
import type { FolderMark, FolderQuestion } from '../domain/folder-standing.ts';
import { UserId } from '../domain/ids.ts';
import { howToName, nobodyIsAdmin } from '../domain/permissions.ts';
import type { CampaignPosts } from '../ports.ts';
import { changeCampaign, note } from './change-campaign.ts';
import type { Deps } from './deps.ts';
import { newAnnouncementId } from './new-id.ts';

/** What is known of the folder outside of it. */
export type OutsideMarks = {
  /** Beside the folder; null: there is none that can be read. */
  beside: FolderMark | null;
  /** In a post of ours; null: it bears none. Rejects while nobody can say. */
  inPost(post: Post): Promise<FolderMark | null>;
};

export type FolderGuard = {
  /** Before the first tick: pauses what must not go on, and tells who must know. Goes on asking in the background. */
  start(): Promise<void>;
  /** Was everything read that is kept outside? Before that it must not be written over. */
  isCompared(): boolean;
  stop(): Promise<void>;
};

/** So long nobody is asked again who could not answer. */
const askAgainMs = 5_000;

/** Notices a data folder that is new, or older than the world, before anything is sent from it. */
export function createFolderGuard(deps: Deps, outside: OutsideMarks): FolderGuard {
  const { store, clock, log } = deps;
  const stopping = new AbortController();
  let asking: Promise<void> = Promise.resolve();
  let isCompared = false;

  /** Also once more after a crash in between: whoever is paused already is left alone. */
  const obey = async (question: FolderQuestion): Promise<void> => {
    if (question.kind !== 'older') return;
    for (const campaign of await campaignsThatCouldSend(deps)) await pauseRestored(deps, campaign, question);
  };

  const compare = async (mark: FolderMark): Promise<'sound' | 'other' | 'older'> => {
    const verdict = store.folder.compare(mark);
    if (verdict.kind !== 'older') return verdict.kind;
    if (store.folder.question()?.kind === 'older') return 'older';
    const question: FolderQuestion = {
      kind: 'older',
      at: clock.now().toISOString(),
      knownUntil: store.folder.knownUntil(),
      lostUntil: mark.at,
      missing: verdict.missing,
      epoch: mark.epoch,
    };
    await store.folder.ask(question);
    log.error({ ...question }, 'the data folder is older than the world: nothing is sent before an admin has decided');
    await obey(store.folder.question() ?? question);
    await tellAdmins(deps, olderInWords(question));
    return 'older';
  };

  const askPosts = async (): Promise<void> => {
    const left = await postsOf(deps);
    while (!stopping.signal.aborted) {
      for (const [key, post] of left) {
        try {
          const mark = await outside.inPost(post);
          left.delete(key);
          if (mark && (await compare(mark)) === 'older') left.clear();
        } catch (error) {
          log.warn({ err: error }, 'Slack could not be asked what it knows of the data folder; it is asked again');
          break;
        }
      }
      if (left.size === 0) break;
      await clock.sleep(askAgainMs, stopping.signal);
    }
    if (stopping.signal.aborted) return;
    isCompared = true;
    store.folder.doubt(false);
  };

  return {
    async start() {
      if (deps.settings.roles.admins.length === 0) {
        log.warn(
          { setting: 'ADMINS' },
          `${nobodyIsAdmin} ${howToName('a member id (U…; in Slack: profile, ⋮, Copy member ID)')}`,
        );
      }
      const question = store.folder.question();
      if (question) await obey(question);
      if (question?.kind === 'new') {
        log.warn({}, newInWords);
        if (store.folder.openedAs().isNew) await tellAdmins(deps, newInWords);
      }
      const verdict = outside.beside && (await compare(outside.beside));
      if (verdict === 'older' || (await campaignsThatCouldSend(deps)).length === 0) {
        isCompared = true;
        return;
      }
      // A folder on another machine: nobody there can tell, so Slack is asked before anything is sent.
      if (verdict !== 'sound') {
        store.folder.doubt(true);
        log.warn(
          {},
          'nothing beside the data folder tells how far it had got: nothing is sent until Slack has answered',
        );
      }
      asking = askPosts().catch((error: unknown) => log.error({ err: error }, 'the data folder could not be compared'));
    },
    isCompared: () => isCompared,
    async stop() {
      stopping.abort();
      await asking;
    },
  };
}

async function campaignsThatCouldSend({ store }: Deps): Promise<readonly Campaign[]> {
  const could = ['scheduled', 'running', 'paused'];
  return (await store.campaigns.list()).filter(({ status }) => could.includes(status));
}

async function postsOf(deps: Deps): Promise<Map<string, Post>> {
  const posts = new Map<string, Post>();
  for (const { id } of await campaignsThatCouldSend(deps)) {
    const { message, review }: CampaignPosts = await deps.store.campaigns.posts(id);
    const post = message ?? review;
    if (post) posts.set(id, post);
  }
  return posts;
}

/** A campaign that a person paused as well: whoever resumes it would text people twice. */
async function pauseRestored(deps: Deps, { id }: Campaign, question: FolderQuestion): Promise<void> {
  const now = deps.clock.now();
  const detail = olderInWords(question);
  await changeCampaign(deps, id, (current) => {
    const couldSend = current.status === 'scheduled' || current.status === 'running' || current.status === 'paused';
    if (!couldSend || current.pause?.reason === 'restored') return undefined;
    const pause = { reason: 'restored' as const, by: null, at: now.toISOString(), detail };
    return {
      campaign: { ...current, status: 'paused', pause, holdSince: null },
      announcements: [note(id, now, { kind: 'paused', by: null, reason: 'restored', detail, inFlight: 0 })],
    };
  });
}

const newInWords =
  'Trickle’s data folder is new, so it knows no opt-outs. If Trickle ran here before, stop it and look whether its disk is there (STORE_URL). If it is meant to be new, an admin ticks the box in the first Review.';

function olderInWords(question: FolderQuestion): string {
  if (question.kind !== 'older') return newInWords;
  const from = question.knownUntil ? `Known here until about ${minute(question.knownUntil)}` : 'Known here: nothing';
  return `${from}, outside until ${minute(question.lostUntil)}: up to ${question.missing} changes are missing, such as texts sent and STOPs received.`;
}

function minute(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}

/** Those who are named as persons; the members of user groups are not known. */
async function tellAdmins({ store, announcer, clock, settings }: Deps, text: string): Promise<void> {
  const at = clock.now().toISOString();
  const announcements = settings.roles.admins
    .filter((id) => /^[UW]/.test(id))
    .map(
      (to): Announcement => ({
        id: newAnnouncementId(),
        at,
        kind: 'direct',
        campaignId: null,
        to: UserId.parse(to),
        text,
      }),
    );
  if (announcements.length === 0) return;
  await store.announcements.add(announcements);
  announcer.wake();
}
