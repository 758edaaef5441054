import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UploadedFile } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFiles, type Files } from '../../../src/slack/api/files.ts';

const token = 'xoxb-secret';
const keptUpload = `upload-${'a'.repeat(32)}`;

let server: Server;
let base: string;
let files: Files;
let seen: { url: string; authorization: string | undefined }[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', authorization: request.headers.authorization });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  files = createFiles({
    client: new WebClient(token, { slackApiUrl: `${base}/api/` }),
    botToken: token,
    apiUrl: base,
    uploads: { open: async (id) => (id === keptUpload ? bytes('phone\n') : undefined) },
  });
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

function aFile(fields: Partial<UploadedFile> = {}): UploadedFile {
  return { id: 'F1', name: 'people.csv', url_private_download: `${base}/people.csv`, ...fields } as UploadedFile;
}

async function read(file: UploadedFile): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await files.open(file)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const csv = (text: string) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/csv' }).end(text);
};

const tooLarge = { code: 'file_too_large', message: expect.stringContaining('larger than 100 MB') };
const elsewhere = { code: 'file_elsewhere', message: expect.stringContaining('not stored in Slack') };

describe('an uploaded file', () => {
  test('is fetched with our token', async () => {
    answer = csv('phone\n+12015550150\n');
    expect(await read(aFile())).toBe('phone\n+12015550150\n');
    expect(seen).toEqual([{ url: '/people.csv', authorization: `Bearer ${token}` }]);
  });

  test('that did not come over Slack is read where it was kept, and Slack is not asked', async () => {
    const kept = await Array.fromAsync(await files.reopen(keptUpload));
    expect(Buffer.concat(kept).toString()).toBe('phone\n');
    await expect(files.reopen(`upload-${'b'.repeat(32)}`)).rejects.toMatchObject({
      code: 'upload_gone',
      field: 'file',
    });
    expect(seen).toEqual([]);
  });

  test('may be empty: that is for the list’s reader to say', async () => {
    answer = csv('');
    expect(await read(aFile())).toBe('');
  });

  test('of a shared channel is looked up first', async () => {
    answer = (request, response) => {
      if (request.url !== '/api/files.info') return csv('phone\n')(request, response);
      const file = { id: 'F1', url_private_download: `${base}/whole.csv` };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, file }));
    };
    const reference = { url_private_download: '', url_private: '', file_access: 'check_file_info' };
    expect(await read(aFile(reference))).toBe('phone\n');
    expect(seen.map(({ url }) => url)).toEqual(['/api/files.info', '/whole.csv']);
  });

  test('is followed through redirects on the same host, three at most', async () => {
    answer = (request, response) => {
      const hop = Number(/\d/.exec(request.url ?? '')?.[0] ?? 0);
      if (hop === 3) return csv('phone\n')(request, response);
      response.writeHead(302, { location: `/hop${hop + 1}` }).end();
    };
    expect(await read(aFile())).toBe('phone\n');
    answer = (_, response) => void response.writeHead(302, { location: '/again' }).end();
    await expect(read(aFile())).rejects.toThrow('could not be downloaded');
  });

  test('is never asked for elsewhere, and our token never leaves', async () => {
    answer = (_, response) => void response.writeHead(302, { location: 'http://localhost:1/steal' }).end();
    await expect(read(aFile())).rejects.toMatchObject(elsewhere);
    await expect(read(aFile({ url_private_download: 'https://drive.example/people.csv' }))).rejects.toMatchObject(
      elsewhere,
    );
    expect(seen).toHaveLength(1);
  });

  const page = '<!DOCTYPE html><html><body>Sign in</body></html>';
  test.each(['text/html; charset=utf-8', 'text/csv'])('that is Slack’s log-in page as %s is no list', async (type) => {
    answer = (_, response) => void response.writeHead(200, { 'content-type': type }).end(page);
    await expect(read(aFile())).rejects.toMatchObject({ name: 'CampaignError', field: 'file', code: 'file_no_access' });
  });

  test('over 100 MB is refused by its stated size, and by what really comes', async () => {
    await expect(read(aFile({ size: 100 * 1024 * 1024 + 1 }))).rejects.toMatchObject(tooLarge);
    expect(seen).toEqual([]);
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv' });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1_048_576, 'x')));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    await expect(read(aFile())).rejects.toMatchObject(tooLarge);
  });

  test.each([404, 500])('that Slack answers with %d for is asked for again, by the person', async (status) => {
    answer = (_, response) => void response.writeHead(status).end();
    await expect(read(aFile())).rejects.toMatchObject({ field: 'file', code: 'file_not_downloaded' });
  });

  test('that breaks off half-way is no list', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-length': '1000' });
      response.write('phone\n', () => response.destroy());
    };
    await expect(read(aFile())).rejects.toMatchObject({ field: 'file', code: 'file_not_downloaded' });
  });

  test('that somebody deleted since is not opened once more', async () => {
    answer = (_, response) => {
      const gone = { ok: false, error: 'file_not_found' };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(gone));
    };
    await expect(files.reopen('F1')).rejects.toMatchObject({ field: 'file', code: 'file_gone' });
  });
});

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
