import type { UploadedFile } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { CampaignError } from '../../domain/campaign-error.ts';
import { listLimits } from '../../domain/list/read-list.ts';
import { isUploadId, type Uploads } from '../../ports/uploads.ts';
import { missingScopeSentence } from './scopes.ts';
import { missingScope, platformCode } from './slack-failure.ts';
import { apiBase, isSlackAddress } from './slack-hosts.ts';

const mostHops = 3;
const timeoutMs = 60_000;
/** And a second more for each half of a megabyte. */
const bytesEachMs = 500;

export type Files = {
  /** The bytes of an uploaded file, as they arrive. Any fault of it is a CampaignError at the file field. */
  open(file: UploadedFile): Promise<AsyncIterable<Uint8Array>>;
  /** The same for an earlier file, or a list that did not come over Slack, by its id. */
  reopen(id: string): Promise<AsyncIterable<Uint8Array>>;
};

export function createFiles(deps: {
  client: WebClient;
  botToken: string;
  apiUrl?: string | undefined;
  uploads: Pick<Uploads, 'open'>;
}): Files {
  const files: Files = {
    reopen: async (id) => (isUploadId(id) ? reopened(deps.uploads, id) : files.open(await found(deps.client, id))),
    async open(file) {
      const whole = await completed(deps.client, file);
      if ((whole.size ?? 0) > listLimits.allBytes) throw fault('file_too_large');
      const address = URL.parse(whole.url_private_download || whole.url_private || '');
      if (!address) throw fault('file_not_downloaded');

      const body = await download(address, deps, whole.size ?? 0);
      return firstChecked(capped(body));
    },
  };
  return files;
}

async function reopened(uploads: Pick<Uploads, 'open'>, id: string): Promise<AsyncIterable<Uint8Array>> {
  const bytes = await uploads.open(id);
  if (!bytes) throw fault('upload_gone');
  return bytes;
}

async function found(client: WebClient, id: string): Promise<UploadedFile> {
  const { file } = await client.files.info({ file: id }).catch((error: unknown) => {
    throw platformCode(error) === undefined ? error : fault('file_gone');
  });
  if (!file) throw fault('file_gone');
  return file as UploadedFile;
}

/** Files of shared channels arrive as a mere reference. */
async function completed(
  client: WebClient,
  file: UploadedFile,
): Promise<{ size?: number; url_private?: string; url_private_download?: string }> {
  if (file.file_access !== 'check_file_info' && (file.url_private_download || file.url_private)) return file;
  const { file: whole } = await client.files.info({ file: file.id }).catch((error: unknown) => {
    throw missingScope(error) === undefined ? fault('file_not_downloaded') : fault('file_no_access');
  });
  return whole ?? file;
}

async function download(
  from: URL,
  deps: { botToken: string; apiUrl?: string | undefined },
  size: number,
): Promise<AsyncIterable<Uint8Array>> {
  const signal = AbortSignal.timeout(timeoutMs + Math.ceil(size / bytesEachMs));
  let address = from;
  for (let hop = 0; hop <= mostHops; hop += 1) {
    if (!isSlackAddress(address, apiBase(deps.apiUrl))) throw fault('file_elsewhere');
    const headers = { authorization: `Bearer ${deps.botToken}` };
    // Redirects are followed by hand: the token goes only to checked hosts.
    const response = await fetch(address, { headers, redirect: 'manual', signal }).catch(() => {
      throw fault('file_not_downloaded');
    });
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next && URL.canParse(next, address)) {
      await response.body?.cancel();
      address = new URL(next, address);
      continue;
    }
    if (response.ok && response.body && !isHtml(response.headers.get('content-type'))) return response.body;
    await response.body?.cancel();
    throw response.ok ? fault('file_no_access') : fault('file_not_downloaded');
  }
  throw fault('file_not_downloaded');
}

async function* capped(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > listLimits.allBytes) throw fault('file_too_large');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof CampaignError ? error : fault('file_not_downloaded');
  }
}

/** Without the right to read files, Slack answers with its log-in page and status 200. */
async function firstChecked(chunks: AsyncGenerator<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const first = await chunks.next();
  if (!first.done && /^\s*<(!doctype html|html)/i.test(new TextDecoder().decode(first.value.subarray(0, 64)))) {
    await chunks.return(undefined);
    throw fault('file_no_access');
  }
  return (async function* () {
    if (!first.done) yield first.value;
    yield* chunks;
  })();
}

function isHtml(contentType: string | null): boolean {
  return contentType?.trim().toLowerCase().startsWith('text/html') === true;
}

/** What may be wrong with an uploaded file. */
const faults = {
  file_too_large: `That file is larger than ${listLimits.allMegabytes} MB. Split the list into several campaigns.`,
  file_gone: 'That file is not in Slack any more. Press Edit and upload it again.',
  upload_gone: 'The list that was sent in is not there any more. Send it in again, or press Edit and give one here.',
  file_elsewhere: 'That file is not stored in Slack, only linked from there. Download it and upload the CSV itself.',
  file_no_access: `Slack did not let Trickle read that file. Upload it again from your computer, or paste the recipients. If it happens again: ${missingScopeSentence('files:read')}`,
  file_not_downloaded:
    'That file could not be downloaded from Slack. Nothing was saved: submit the form again, or paste the recipients.',
};

function fault(code: keyof typeof faults): CampaignError {
  return new CampaignError(code, faults[code], 'file');
}
