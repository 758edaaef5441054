import type { WebClient } from '@slack/web-api';
import { FolderMark, type FolderWitness, type Testimony } from '../../domain/folder-standing.ts';
import type { Log } from '../../ports/world.ts';
import { describeError } from '../api/describe-error.ts';
import { readFailure } from '../api/slack-failure.ts';

/** The name of our posts' metadata. */
export const eventType = 'trickle';

/** Part of a post's metadata: how far the data folder had got when it was posted or last edited. */
export function writeMark(mark: FolderMark): { folder: string } {
  return { folder: JSON.stringify(mark) };
}

/** A channel's newest posts: one page of the most that Slack advises. */
const newestPosts = 200;

/** Reads what our posts say of the data folder. Rejects while Slack does not answer. */
export function createMarkReader(client: WebClient, log: Log): (witness: FolderWitness) => Promise<Testimony> {
  return async ({ channel, post }) => {
    const which = post ? { latest: post, inclusive: true, limit: 1 } : { limit: newestPosts };
    try {
      const { messages = [] } = await client.conversations.history({ channel, ...which, include_all_metadata: true });
      return messages
        .filter(({ ts }) => !post || ts === post)
        .flatMap(({ metadata }) => (metadata?.event_type === eventType ? readMark(metadata.event_payload) : []));
    } catch (error) {
      const failure = readFailure(error);
      if (!failure || failure.kind === 'rate_limited' || failure.kind === 'doubtful') throw error;
      log.warn(
        { channel, ...describeError(error) },
        'Slack does not let us look what our posts say of the data folder',
      );
      return 'refused';
    }
  };
}

function readMark(payload: unknown): FolderMark[] {
  const { folder } = Object(payload) as { folder?: unknown };
  if (typeof folder !== 'string') return [];
  try {
    return [FolderMark.parse(JSON.parse(folder))];
  } catch {
    return [];
  }
}
