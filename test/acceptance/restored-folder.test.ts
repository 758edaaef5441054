import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'vitest';
import { readManifest } from '../../playground/manifest.ts';
import type { LocalSlack } from '../../playground/slack/local-slack.ts';
import { makeKnownFolder } from '../support/known-folder.ts';
import { type Program, startProgram } from '../support/program.ts';
import { approve, approveCampaign, newest, phoneOf, submitCampaign } from '../support/story.ts';
import { connect, environmentFor, startServers } from '../support/world.ts';

/** The next test has the file that is gone. */
const ways = [
  { beside: 'still stands', slackIs: 'well' },
  { beside: 'was put back too', slackIs: 'silent at first' },
] as const;

test.concurrent.for(ways)(
  'a backup that is put back in mid-campaign texts nobody before an admin has said so: the file beside it $beside, Slack is $slackIs',
  { timeout: 180_000 },
  async ({ beside, slackIs }, { expect, onTestFinished }) => {
    const place = await aPlace(onTestFinished);
    const { slack, vonage, start, texted } = place;
    const first = await start();
    await approveCampaign(slack, { recipients: 30, batchSize: 4, every: '1s' });
    await vonage.until(() => vonage.accepted.length >= 4, { timeoutMs: 20_000 });
    await place.backUp(first);
    const second = await start();
    const stopped = await goOnUntilAStop(place);
    await place.putBack(second, beside);

    const before = texted().length;
    if (slackIs !== 'well') silence(slack);
    const third = await start();
    if (slackIs !== 'well') {
      expect(await statusOf(slack, 'Spring')).toContain('Nothing is sent yet: Trickle asks Slack');
      slack.clearTroubles();
    }
    const paused = await slack.until(() => newest(slack, 'Resume'), { timeoutMs: 30_000, what: 'the pause' });
    expect(paused.text).toContain('older than the world');
    await slack.until(() => directs(slack, 'ben').find((text) => text.includes('changes are missing')), {
      what: 'the word to the admin',
    });
    expect(third.logged.join('\n')).toContain('the data folder is older than the world');

    // Who is no admin does not make it go on.
    await slack.as('cleo').command('/sms-campaign', 'resume Spring');
    await slack.until(() => privates(slack, 'cleo').find((text) => text.includes('Only an admin can resume it')), {
      what: 'a refusal',
    });
    expect(texted()).toHaveLength(before);
    expect(new Set(texted()).size).toBe(before);
    expect(texted()).not.toContain(stopped);

    await slack.as('ben').pressIn(paused, 'Resume');
    await vonage.until(() => texted().length > before, { timeoutMs: 20_000 });
  },
);

// Begun with many others on a fresh machine, its review has not opened now and then; nobody knows why yet.
test.concurrent('a backup of before the campaign’s approval, on another machine, asks an admin in the next review', {
  timeout: 180_000,
  retry: 2,
}, async ({ expect, onTestFinished }) => {
  const place = await aPlace(onTestFinished);
  const { slack, start, texted } = place;
  const first = await start();
  const card = await submitCampaign(slack, { recipients: 30, batchSize: 4, every: '1s' });
  await place.backUp(first);
  const second = await start();
  await approve(slack, card);
  await goOnUntilAStop(place);
  await place.putBack(second, 'is gone');

  await start();
  await slack.until(() => directs(slack, 'ben').find((text) => text.includes('changes are missing')), {
    timeoutMs: 30_000,
    what: 'the word to the admin',
  });
  const before = texted().length;
  const next = await submitCampaign(slack, { recipients: 30, message: 'Second news. Reply STOP to opt out.' });
  const asked = await review(slack, next);
  expect(asked.text).toContain('This Trickle’s data folder is older than the world');
  await slack.as('ben').submit();
  await slack.until(() => Object.keys(slack.as('ben').openModal()?.errors ?? {}).length > 0, {
    what: 'the error at the box',
  });
  expect(texted()).toHaveLength(before);
});

/** On a busy machine Slack's three seconds may be over before the window is there: then a person presses again. */
async function review(slack: LocalSlack, card: Parameters<typeof approve>[1]) {
  const ben = slack.as('ben');
  for (let press = 1; press < 5 && !ben.openModal(); press += 1) {
    await ben.pressIn(card, 'Review');
    await slack.until(() => ben.openModal(), { timeoutMs: 6_000, what: 'the review' }).catch(() => undefined);
  }
  const told = () => JSON.stringify(ben.ephemerals().map(({ text }) => text));
  return slack.until(() => ben.openModal(), { what: `the review; Ben was told ${told()} by ${card.text}` });
}

test.concurrent('a restart without a restored backup asks nobody, with the file beside the folder or without it', async ({
  expect,
  onTestFinished,
}) => {
  const { data, slack, vonage, start, texted } = await aPlace(onTestFinished);
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
}, 120_000);

/** Some more get the message, and one who has not got it yet writes STOP, which the channel shows. */
async function goOnUntilAStop({ slack, vonage }: Awaited<ReturnType<typeof aPlace>>): Promise<string> {
  await vonage.until(() => vonage.accepted.length >= 12, { timeoutMs: 20_000 });
  const stopped = phoneOf(30);
  await vonage.phone(stopped).text('STOP');
  const posts = () => slack.channel('sms').messages();
  await slack.until(() => posts().find(({ text }) => text.includes('They opted out')), {
    timeoutMs: 20_000,
    what: 'the STOP',
  });
  return stopped;
}

function silence(slack: LocalSlack): void {
  slack.trouble({ method: 'conversations.history', kind: '429', retryAfterS: 1, times: 1_000_000 });
}

async function statusOf(slack: LocalSlack, name: string): Promise<string> {
  await slack.as('cleo').command('/sms-campaign', `status ${name}`);
  return slack.until(() => privates(slack, 'cleo').at(-1), { what: 'the status' });
}

function privates(slack: LocalSlack, who: string): string[] {
  return slack
    .as(who)
    .ephemerals()
    .map(({ text }) => text);
}

function directs(slack: LocalSlack, who: string): string[] {
  return slack
    .as(who)
    .dms()
    .map(({ text }) => text);
}

/** The programs of the tests mostly wait for one another, so they all run at once. */
async function aPlace(onTestFinished: TestContext['onTestFinished']) {
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
  const end = async (program: Program, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    program.kill(signal);
    await program.ended;
  };
  const file = `${data}.height.json`;
  return {
    data,
    /** The folder and the file beside it as they are after a clean stop. */
    async backUp(program: Program) {
      await end(program, 'SIGTERM');
      await cp(data, join(folder, 'backup'), { recursive: true });
      await cp(file, join(folder, 'backup.height.json'), { preserveTimestamps: true });
    },
    async putBack(program: Program, beside: (typeof ways)[number]['beside'] | 'is gone') {
      await end(program, 'SIGKILL');
      await rm(data, { recursive: true });
      await cp(join(folder, 'backup'), data, { recursive: true });
      if (beside === 'is gone') await rm(file);
      if (beside === 'was put back too')
        await cp(join(folder, 'backup.height.json'), file, { preserveTimestamps: true });
    },
    slack,
    vonage,
    start,
    texted: () => vonage.accepted.map(({ to }) => `+${to.replace('+', '')}`),
  };
}
