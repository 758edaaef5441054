import { couldSend, isWatched } from '../../domain/campaign/campaign-status.ts';
import type { FolderMark, FolderWitness, Testimony } from '../../domain/folder-standing.ts';
import type { ChannelId } from '../../domain/ids.ts';
import type { Deps } from '../deps.ts';

/** The newest channels: each costs a call at a start. */
const mostChannels = 20;

/** A witness that could not answer is asked again after this long; twice as long each time, up to a minute. */
const askAgainMs = 5_000;
const longestAskAgainMs = 60_000;

/** How often the channels of running campaigns are looked at. */
const watchMs = 30_000;

type Hearing = {
  witnesses: readonly FolderWitness[];
  /** Rejects while nobody can say. */
  ask: (witness: FolderWitness) => Promise<Testimony>;
  isOlderThan: (marks: readonly FolderMark[]) => Promise<boolean>;
  stopping: AbortSignal;
};

/**
 * Asks all of them again and again, until each has answered or one says that the folder is older than the world.
 * `refused`: none lets us look, or none of a channel in which a campaign could go on.
 */
export async function hearWitnesses(
  deps: Pick<Deps, 'store' | 'clock' | 'log'>,
  { witnesses, ask, isOlderThan, stopping }: Hearing,
): Promise<'sound' | 'older' | 'refused' | 'stopped'> {
  const hear = createHear(deps, { ask, stopping });
  let left = witnesses;
  const heard = new Set<ChannelId>();
  for (let waitMs = askAgainMs; ; waitMs = Math.min(waitMs * 2, longestAskAgainMs)) {
    for (const witness of [...left]) {
      const said = await hear(witness);
      // A witness that cannot answer now goes last, so that it does not block one that can.
      left = said ? left.slice(1) : [...left.slice(1), witness];
      if (!said) break;
      if (said === 'refused') continue;
      heard.add(witness.channel);
      if (await isOlderThan(said)) return 'older';
    }
    if (left.length === 0) {
      const isEnough = heard.size > 0 && (await channelsThatGoOn(deps)).every((channel) => heard.has(channel));
      return isEnough ? 'sound' : 'refused';
    }
    if (!stopping.aborted) await deps.clock.real.sleep(waitMs, stopping);
    if (stopping.aborted) return 'stopped';
  }
}

/**
 * Two programs on copies of one folder text the same people, and no disk tells them of each other; but each sees the
 * other's posts in its campaigns' channels.
 */
export async function watchForTwins(
  deps: Pick<Deps, 'store' | 'clock' | 'log'>,
  { ask, isOlderThan, stopping }: Omit<Hearing, 'witnesses'>,
): Promise<void> {
  const { store, clock } = deps;
  const hear = createHear(deps, { ask, stopping });
  while (!stopping.aborted) {
    await clock.real.sleep(watchMs, stopping);
    const running = (await store.campaigns.list()).filter(({ status }) => status === 'running');
    for (const channel of new Set(running.map((campaign) => campaign.channel))) {
      const said = await hear({ channel, post: null });
      if (said && said !== 'refused') await isOlderThan(said);
    }
  }
}

/** Undefined: nobody could say, or the program stops. */
function createHear({ log }: Pick<Deps, 'log'>, { ask, stopping }: Pick<Hearing, 'ask' | 'stopping'>) {
  const stopped = new Promise<undefined>((resolve) => {
    stopping.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return (witness: FolderWitness): Promise<Testimony | undefined> => {
    const said = ask(witness).catch((error: unknown) => {
      log.warn({ err: error, ...witness }, 'Slack cannot say how far the data folder had got; it is asked again');
      return undefined;
    });
    return Promise.race([said, stopped]);
  };
}

async function channelsThatGoOn({ store }: Pick<Deps, 'store'>): Promise<readonly ChannelId[]> {
  const goOn = (await store.campaigns.list()).filter(({ status }) => couldSend(status));
  return goOn.map(({ channel }) => channel);
}

/**
 * Where to ask how far the folder had got: the newest posts of each channel, which tell of campaigns unknown here, and
 * each post of a campaign that is not over, which may be older.
 */
export async function findWitnesses({ store, settings }: Pick<Deps, 'store' | 'settings'>): Promise<FolderWitness[]> {
  const newestFirst = (await store.campaigns.list()).toSorted(
    (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt),
  );
  const inbox = settings.inboxChannel ? [settings.inboxChannel] : [];
  const channels = [...new Set([...inbox, ...newestFirst.map(({ channel }) => channel)])].slice(0, mostChannels);
  const witnesses: FolderWitness[] = channels.map((channel) => ({ channel, post: null }));
  for (const { id, status } of newestFirst) {
    if (!isWatched(status)) continue;
    const { message, review } = await store.campaigns.posts(id);
    for (const post of [message, review]) if (post) witnesses.push({ channel: post.channel, post: post.id });
  }
  return witnesses;
}
