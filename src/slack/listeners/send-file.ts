import type { WebClient } from '@slack/web-api';
import { CampaignError } from '../../domain/campaign-error.ts';
import type { UserId } from '../../domain/ids.ts';
import { missingScopeSentence } from '../api/scopes.ts';
import { missingScope, readFailure } from '../api/slack-failure.ts';
import { isSlackAddress } from '../api/slack-hosts.ts';
import { problemMessage } from '../ui/messages/problem.ts';
import { asWritten, type Message } from '../ui/parts/message.ts';

const timeoutMs = 30_000;
/** And a second more for each megabyte. */
const bytesEachMs = 1_000;

/**
 * Sends a file with a message to one person. The message is posted only once Slack has the file, and taken back if the
 * file cannot be shown. Throws a CampaignError when Slack did not take it, and Slack's own error when a permission is
 * missing.
 */
export async function sendFile(
  client: WebClient,
  file: { to: UserId; name: string; content: string; message: Message },
): Promise<void> {
  try {
    const id = await upload(client, file);
    // Sharing needs the id of the direct channel, which only a post to the person tells.
    const words = await client.chat.postMessage({ channel: file.to, ...file.message, ...asWritten });
    const [channel, ts] = [words.channel!, words.ts!];
    await client.files
      .completeUploadExternal({ files: [{ id, title: file.name } as { id: string }], channel_id: channel })
      .catch(async (error) => {
        const instead = problemMessage(whyNoFile(error));
        await client.chat.update({ channel, ts, ...instead, parse: 'none', link_names: false }).catch(() => {});
        throw error;
      });
  } catch (error) {
    const isOfSlack = readFailure(error) !== undefined || error instanceof UploadError;
    throw isOfSlack && missingScope(error) === undefined ? new CampaignError('file_not_sent', whyNoFile(error)) : error;
  }
}

/** Why a file does not come, and what helps. */
export function whyNoFile(error: unknown): string {
  const needed = missingScope(error);
  if (needed !== undefined) return `The file cannot be sent. ${missingScopeSentence(needed)}`;
  return 'Slack did not take the file, so it was not sent. Try again in a minute.';
}

class UploadError extends Error {
  override readonly name = 'UploadError';
}

/** Uploads the bytes; nobody sees them yet. */
async function upload(client: WebClient, { name, content }: { name: string; content: string }): Promise<string> {
  const bytes = Buffer.from(content);
  const { upload_url, file_id } = await client.files.getUploadURLExternal({ filename: name, length: bytes.length });
  const address = URL.parse(upload_url ?? '');
  if (!address || !file_id || !isSlackAddress(address, client.slackApiUrl))
    throw new UploadError('No address of Slack');
  const signal = AbortSignal.timeout(timeoutMs + Math.ceil(bytes.length / bytesEachMs));
  const taken = await fetch(address, { method: 'POST', body: bytes, redirect: 'error', signal }).catch(() => undefined);
  await taken?.body?.cancel();
  if (!taken?.ok) throw new UploadError('The upload was refused');
  return file_id;
}
