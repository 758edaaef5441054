import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readManifest } from '../../playground/manifest.ts';
import { makeKnownFolder } from '../support/known-folder.ts';
import { type Program, startProgram } from '../support/program.ts';
import { approveCampaign, phoneOf } from '../support/story.ts';
import { connect, environmentFor, startServers } from '../support/world.ts';

test.each(['the file beside it is still there', 'it is another machine, and only Slack remembers'])(
  'a backup that is put back in mid-campaign texts nobody before an admin has said so: %s',
  async (where) => {
    const { folder, data, slack, vonage, start, texted } = await aPlace();
    const first = await start();
    await approveCampaign(slack, { recipients: 30, batchSize: 4, every: '1s' });
    await vonage.until(() => vonage.accepted.length >= 4, { timeoutMs: 20_000 });
    first.kill('SIGTERM');
    await first.ended;
    await cp(data, join(folder, 'backup'), { recursive: true });

    const second = await start();
    await vonage.until(() => vonage.accepted.length >= 12, { timeoutMs: 20_000 });
    const stopped = phoneOf(30);
    await vonage.phone(stopped).text('STOP');
    await slack.until(() => inChannel(slack).some((text) => text.includes('STOP')), {
      timeoutMs: 20_000,
      what: 'the STOP',
    });
    second.kill('SIGKILL');
    await second.ended;

    await rm(data, { recursive: true });
    await cp(join(folder, 'backup'), data, { recursive: true });
    if (where.includes('another machine')) await rm(`${data}.height.json`);
    const third = await start();
    const before = texted().length;
    const paused = await slack.until(
      () =>
        slack
          .channel('sms')
          .messages()
          .find(({ text }) => text.includes('older than the world')),
      { timeoutMs: 20_000, what: 'the pause' },
    );
    await slack.until(
      () =>
        slack
          .as('ben')
          .dms()
          .find(({ text }) => text.includes('changes are missing')),
      { what: 'the word to the admin' },
    );
    expect(third.logged.join('\n')).toContain('the data folder is older than the world');

    // Who is no admin does not make it go on.
    await slack.as('cleo').command('/sms-campaign', 'resume Spring');
    await slack.until(
      () =>
        slack
          .as('cleo')
          .ephemerals()
          .find(({ text }) => text.includes('not on the list')),
      { what: 'a refusal' },
    );
    expect(texted()).toHaveLength(before);
    expect(new Set(texted()).size).toBe(before);
    expect(texted()).not.toContain(stopped);

    await slack.as('ben').pressIn(paused, 'Resume');
    await vonage.until(() => texted().length > before, { timeoutMs: 20_000 });
  },
  90_000,
);

test('a restart without a restored backup asks nobody, with the file beside the folder or without it', async () => {
  const { data, slack, vonage, start, texted } = await aPlace();
  const first = await start();
  await approveCampaign(slack, { recipients: 20, batchSize: 2, every: '1s' });
  await vonage.until(() => vonage.accepted.length >= 2, { timeoutMs: 20_000 });
  first.kill('SIGKILL');
  await first.ended;

  const second = await start();
  await vonage.until(() => vonage.accepted.length >= 6, { timeoutMs: 20_000 });
  second.kill('SIGKILL');
  await second.ended;

  await rm(`${data}.height.json`);
  await start();
  await vonage.until(() => vonage.accepted.length >= 12, { timeoutMs: 20_000 });
  expect(new Set(texted()).size).toBe(texted().length);
}, 60_000);

function inChannel(slack: Awaited<ReturnType<typeof startServers>>['slack']): string[] {
  return slack
    .channel('sms')
    .messages()
    .flatMap(({ text, thread }) => [text, ...thread.map((reply) => reply.text)]);
}

async function aPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'trickle-restored-'));
  const data = join(folder, 'data');
  await makeKnownFolder(data);
  const servers = await startServers({ slack: { scopes: readManifest().scopes } });
  const { slack, vonage } = servers;
  const programs: Program[] = [];
  onTestFinished(async () => {
    for (const program of programs) program.kill('SIGKILL');
    await Promise.all(programs.map(({ ended }) => ended));
    await slack.close();
    await vonage.close();
    await rm(folder, { recursive: true });
  });
  const start = async (): Promise<Program> => {
    const program = startProgram({ ...environmentFor(servers, folder, 'socket'), ADMINS: 'U0BEN' });
    programs.push(program);
    await connect(servers, await program.url, 'socket');
    return program;
  };
  return {
    folder,
    data,
    slack,
    vonage,
    start,
    texted: () => vonage.accepted.map(({ to }) => `+${to.replace('+', '')}`),
  };
}
