import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { type Campaign, Post } from '../../domain/campaign/campaign.ts';
import type { FolderMark } from '../../domain/folder-standing.ts';
import { keepNewest } from '../../domain/keep-newest.ts';
import { readFailure } from '../api/slack-failure.ts';
import { asWritten, type Message } from '../ui/parts/message.ts';
import { eventType, writeMark } from './folder-marks.ts';
import type { PostingPlace } from './plan/outbox-plan.ts';
import { createStrays } from './strays.ts';

/** Slack's clock and ours may differ by this much when we look for a post of ours. */
const clockSkewSeconds = 300;

const mostLooks = 5_000;

/** So many posts go without newer blocks before Slack is asked again. */
const mostPlain = 200;

const asEdited = { parse: 'none', link_names: false } as const;

export type Poster = {
  post(place: PostingPlace, message: Message, ids: readonly string[]): Promise<Post>;
  /** `unchanged`, and nothing is sent, when it is known to look like that already. */
  edit(post: Post, message: Message): Promise<'edited' | 'unchanged'>;
  /** Its address, for a link; undefined when Slack gives none. */
  addressOf(post: Post): Promise<string | undefined>;
  /** The post that says the first of these, with all that it says. Undefined when there is none, or we may not look. */
  find(place: PostingPlace, id: string, since: Date): Promise<{ post: Post; ids: readonly string[] } | undefined>;
  /** Removes what other posts of ours say of it if the kept one says it too. Returns how many there were. */
  removeTwins(place: PostingPlace, of: { id: string; since: Date; keep: Post }): Promise<number>;
  /** The message was deleted: everything posted below it since its last edit is given the campaign's name. */
  nameStrays(root: Post, campaign: Campaign): Promise<void>;
  upload(post: Post, file: { name: string; csv: string }): Promise<void>;
};

/**
 * Every post bears the ids of what it says, by which it is found again when nobody knows whether it stands, and `mark`,
 * how far the data folder has got.
 */
export function createPoster(client: WebClient, mark: () => FolderMark | null = () => null): Poster {
  const said = new Map<string, string>();
  const addresses = new Map<string, string>();
  const metadataOf = (announcement: string | undefined, now: FolderMark | null) => ({
    event_type: eventType,
    event_payload: { ...(announcement && { announcement }), ...(now && writeMark(now)) },
  });
  /** Without a mark the post keeps its own: Slack keeps metadata that is left out. */
  const newMark = (post: Post) => {
    const now = mark();
    return now ? { metadata: metadataOf(said.get(keyOf(post)), now) } : {};
  };
  const looks = createLooks();
  const orPlainer = createPlainer();
  const strays = createStrays();

  const edit: Poster['edit'] = async (post, message) => {
    const shown = strays.shown(post, message);
    if (looks.isKnown(post, shown)) return 'unchanged';
    await orPlainer(shown, (look) =>
      client.chat.update({ channel: post.channel, ts: post.id, ...look, ...asEdited, ...newMark(post) }),
    );
    looks.remember(post, shown);
    strays.stands(post);
    return 'edited';
  };

  return {
    edit,

    async post({ channel, thread }, message, ids) {
      const posted = await orPlainer(message, (look) =>
        client.chat.postMessage({
          channel,
          ...(thread ? { thread_ts: thread } : {}),
          ...look,
          ...asWritten,
          metadata: metadataOf(ids.join(' '), mark()),
        }),
      );
      const post = Post.parse({ channel: posted.channel, id: posted.ts });
      looks.remember(post, message);
      keepNewest(said, keyOf(post), ids.join(' '), mostLooks);
      if (thread) strays.posted({ channel: post.channel, id: thread }, post, message);
      return post;
    },

    async addressOf(post) {
      const known = addresses.get(keyOf(post));
      if (known) return known;
      const { channel, id } = post;
      const answer = await client.chat.getPermalink({ channel, message_ts: id }).catch(() => undefined);
      if (answer?.permalink) keepNewest(addresses, keyOf(post), answer.permalink, mostLooks);
      return answer?.permalink;
    },

    async nameStrays(root, campaign) {
      for (const { post, message } of strays.take(root, campaign)) await edit(post, message);
    },

    async find(place, id, since) {
      try {
        for await (const standing of postsSaying(client, place, id, since)) return standing;
      } catch (error) {
        if (!isForbidden(error)) throw error;
      }
      return undefined;
    },

    async removeTwins(place, { id, since, keep }) {
      const found = await Array.fromAsync(postsSaying(client, place, id, since));
      const kept = found.find(({ post }) => post.id === keep.id)?.ids ?? [];
      const twins = found.filter(({ post, ids }) => post.id !== keep.id && ids.every((said) => kept.includes(said)));
      for (const { post } of twins) await client.chat.delete({ channel: post.channel, ts: post.id });
      return twins.length;
    },

    async upload(post, file) {
      const { name: filename, csv: content } = file;
      await client.filesUploadV2({ channel_id: post.channel, thread_ts: post.id, filename, content });
    },
  };
}

/**
 * A Slack that does not take the newer blocks has refused the whole: nothing stands yet, so it is sent without them. So
 * are the next ones, as each refusal costs a turn.
 */
function createPlainer() {
  const plainLeft = new Map<string, number>();
  return async <Answer>(
    { plainer, ...message }: Message,
    send: (message: Message) => Promise<Answer>,
  ): Promise<Answer> => {
    if (!plainer) return send(message);
    const kinds = [...new Set(message.blocks.map(({ type }) => type))].join(' ');
    const plain = { ...message, blocks: plainer };
    const left = plainLeft.get(kinds) ?? 0;
    plainLeft.set(kinds, left - 1);
    if (left > 0) return send(plain);
    return send(message).catch((error: unknown) => {
      if (readFailure(error)?.kind !== 'content') throw error;
      plainLeft.set(kinds, mostPlain);
      return send(plain);
    });
  };
}

const keyOf = (post: Post) => `${post.channel} ${post.id}`;

/** What the newest posts look like, so that none is edited into what it is. */
function createLooks() {
  const looks = new Map<string, string>();
  const lookOf = (message: Message) => createHash('sha256').update(JSON.stringify(message)).digest('base64');
  return {
    isKnown: (post: Post, message: Message) => looks.get(keyOf(post)) === lookOf(message),
    remember: (post: Post, message: Message) => keepNewest(looks, keyOf(post), lookOf(message), mostLooks),
  };
}

async function* postsSaying(client: WebClient, place: PostingPlace, id: string, since: Date) {
  for await (const { metadata, ts } of postsSince(client, place, since)) {
    const said = metadata?.event_type === eventType ? Object(metadata.event_payload).announcement : undefined;
    const ids: string[] = typeof said === 'string' ? said.split(' ') : [];
    if (ts && ids.includes(id)) yield { post: Post.parse({ channel: place.channel, id: ts }), ids };
  }
}

/** All of them, page by page: after an outage hundreds may stand between the moment and the wanted post. */
async function* postsSince(client: WebClient, { channel, thread }: PostingPlace, since: Date) {
  const oldest = String(Math.floor(since.getTime() / 1000) - clockSkewSeconds);
  // A direct channel is known only by its person until the first post: there is nothing to look through.
  if (/^[UW]/.test(channel)) return;
  const query = { channel, oldest, limit: 200, include_all_metadata: true };
  let cursor: string | undefined;
  do {
    const page = { ...query, ...(cursor && { cursor }) };
    const { messages, response_metadata } = thread
      ? await client.conversations.replies({ ...page, ts: thread })
      : await client.conversations.history(page);
    yield* messages ?? [];
    cursor = response_metadata?.next_cursor;
  } while (cursor);
}

/** Looking back needs permissions that an installation may lack: then it is posted again, twice rather than never. */
function isForbidden(error: unknown): boolean {
  const failure = readFailure(error);
  return failure !== undefined && failure.kind !== 'rate_limited' && failure.kind !== 'doubtful';
}
