import { afterEach, describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { draftBy, openPreview, pasted, submit } from '../campaigns.ts';
import { type Bench, type BenchOptions, startBench } from '../slack-bench.ts';

const all = ['chat:write', 'files:read', 'files:write', 'users:read', 'usergroups:read', 'channels:history'];

let bench: Bench;
let ada: Person;
async function without(scope: string, options: BenchOptions = {}) {
  bench = await startBench({ ...options, slack: { ...options.slack, scopes: all.filter((one) => one !== scope) } });
  ada = bench.slack.as('ada');
}
afterEach(async () => {
  expect(bench.log.filter(({ message }) => message === 'A listener failed')).toEqual([]);
  await bench.close();
});

async function answerTo(person: Person, text: string) {
  const before = person.ephemerals().length;
  await person.command('/sms-campaign', text);
  return (await bench.slack.until(() => person.ephemerals()[before], { what: `an answer to ${text}` })).text;
}

const aDraft = () => draftBy(bench, UserId.parse('U0ADA'), { name: 'Reunion' });

const logged = (needed: string) =>
  bench.log.filter(({ level, fields }) => level === 'warn' && 'needed' in fields && fields.needed === needed);

const submitListWithABadLine = () => openPreview(ada, { 'Or paste recipients': `${pasted}\n12` });

describe('without files:write', () => {
  test('an export says which permission is missing and promises nothing', async () => {
    await without('files:write');
    await aDraft();
    expect(await answerTo(ada, 'export Reunion')).toBe(
      'Trickle lacks the Slack permission files:write, which it needs to send files: exports, summaries and the lines left out of a list. Ask your Slack admin to reinstall the app from its manifest.',
    );
    expect(ada.dms()).toEqual([]);
    expect(logged('files:write')).toHaveLength(1);
  });

  test('the lines left out are counted, with why no file tells them, and the preview stays', async () => {
    await without('files:write');
    await submitListWithABadLine();
    const told = await bench.slack.until(() => ada.dms()[0]?.text);
    expect(told).toContain(
      '1 line of your list was left out. Everybody else went into the draft. The file cannot be sent.',
    );
    expect(told).toContain('files:write');
    expect(told).not.toContain('The file says which');
    expect(ada.openModal()?.title).toBe('Check your campaign');
  });
});

describe('a file', () => {
  test.each(['files.getUploadURLExternal', 'files-upload'])(
    'that Slack does not take (%s) is not announced',
    async (method) => {
      await without('nothing');
      await aDraft();
      bench.slack.trouble({ method, kind: '500', times: 4 });
      expect(await answerTo(ada, 'export Reunion')).toBe(
        'Slack did not take the file, so it was not sent. Try again in a minute.',
      );
      expect(ada.dms()).toEqual([]);
    },
  );

  test('that cannot be shared has its words taken back', async () => {
    await without('nothing');
    await aDraft();
    bench.slack.trouble({ method: 'files.completeUploadExternal', kind: '500', times: 4 });
    expect(await answerTo(ada, 'export Reunion')).toContain('was not sent');
    expect(ada.dms().map(({ text }) => text)).toEqual([
      'Slack did not take the file, so it was not sent. Try again in a minute.',
    ]);
  });

  test('comes with its words when nothing is missing', async () => {
    await without('nothing');
    await submitListWithABadLine();
    await bench.slack.until(() => ada.dms().length === 2);
    const [words, file] = ada.dms();
    expect(words?.text).toContain('The file says which');
    expect(file?.files[0]).toMatchObject({
      name: expect.stringMatching(/^left-out-/),
      content: expect.stringContaining('12'),
    });
  });
});

test('without users:read, people read what is missing, and Slack is asked once', async () => {
  await without('users:read');
  for (let no = 0; no < 3; no += 1) {
    const told = await answerTo(ada, 'list');
    expect(told).toContain(
      'users:read, which it needs to know who may use it and who may approve. Ask your Slack admin',
    );
    expect(told).not.toContain('in a minute');
  }
  expect(bench.slack.traffic.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  expect(logged('users:read')).toHaveLength(1);
});

describe('a group of approvers', () => {
  const userGroups = [{ id: 'S0BOSS', handle: 'boss', name: 'Bosses', users: ['U0BEN'] }];
  const options = {
    slack: { workspace: { userGroups } },
    roles: { admins: [], approvers: ['S0BOSS'] },
    groupIds: ['S0BOSS'],
  };

  async function reviewByBen() {
    await submit(bench, await aDraft());
    const card = await bench.slack.until(() => bench.slack.channel('sms').messages()[0]);
    const ben = bench.slack.as('ben');
    await ben.pressIn(card, 'Review');
    return (await ben.modal('Nothing was changed')).text;
  }

  test('that the app may not read is named, with the permission', async () => {
    await without('usergroups:read', options);
    const told = await reviewByBen();
    expect(told).toContain('cannot read the user group S0BOSS, so it does not know whether you can approve campaigns');
    expect(told).toContain('usergroups:read');
    expect(logged('usergroups:read')).toHaveLength(1);
  });

  test('that was deleted is named, with who can mend it', async () => {
    await without('nothing', options);
    bench.slack.state.userGroups.delete('S0BOSS');
    expect(await reviewByBen()).toContain('The group was deleted or disabled: ask your Slack admin to restore it');
  });
});

test('without chat:write, whoever uses a command reads that nothing can be posted, and why', async () => {
  await without('chat:write');
  await submit(bench, await aDraft());
  await bench.slack.until(() => bench.slack.traffic.some(({ method }) => method === 'chat.postMessage'));
  await bench.slack.until(() => bench.edge.trouble());
  await answerTo(ada, 'list');
  const told = await bench.slack.until(() => ada.ephemerals()[1]?.text);
  expect(told).toContain('chat:write');
  expect(told).toContain('Until then nothing can be posted.');
});
