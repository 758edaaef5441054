import type { WebClient } from '@slack/web-api';
import type { Post } from '../domain/campaign.ts';
import { FolderMark } from '../domain/folder-standing.ts';
import type { Log } from '../ports.ts';
import { describeError } from './describe-error.ts';
import { readFailure } from './slack-failure.ts';

/** Part of a post's metadata: how far the data folder had got when it was posted or last edited. */
export function writeMark(mark: FolderMark): { folder: string } {
  return { folder: JSON.stringify(mark) };
}

/** Reads what one post of ours says of the data folder; null: nothing, or nobody lets us look. Rejects while Slack does not answer. */
export function createMarkReader(client: WebClient, log: Log): (post: Post) => Promise<FolderMark | null> {
  return async ({ channel, id }) => {
    const query = { channel, latest: id, inclusive: true, limit: 1, include_all_metadata: true };
    try {
      const { messages } = await client.conversations.history(query);
      const message = messages?.find(({ ts }) => ts === id);
      return readMark(message?.metadata?.event_payload);
    } catch (error) {
      const failure = readFailure(error);
      if (!failure || failure.kind === 'rate_limited' || failure.kind === 'doubtful') throw error;
      log.warn(describeError(error), 'Slack does not let us look whether the data folder is as old as our message');
      return null;
    }
  };
}

function readMark(payload: unknown): FolderMark | null {
  const { folder } = Object(payload) as { folder?: unknown };
  if (typeof folder !== 'string') return null;
  try {
    return FolderMark.parse(JSON.parse(folder));
  } catch {
    return null;
  }
}
