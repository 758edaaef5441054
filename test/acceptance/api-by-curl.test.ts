import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeKey } from '../support/api-story.ts';
import { projectRoot } from '../support/imports.ts';
import { aPlace } from '../support/place.ts';
import { startProgram } from '../support/program.ts';
import { aFolder } from '../support/temporary-folder.ts';
import { connect } from '../support/world.ts';

/** The commands of the README's section, block by block. */
async function blocks(): Promise<string[]> {
  const readme = await readFile(join(projectRoot, 'README.md'), 'utf8');
  const section = readme.split('\n## From other programs\n')[1]!.split('\n## ')[0]!;
  return [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block!);
}

/** One block as a person pastes it. Rejects with what it said when any of its lines fails, or there is no curl. */
async function paste(block: string, cwd: string, env: Record<string, string>): Promise<unknown[]> {
  const alone = block.replaceAll('curl --fail-with-body', 'curl --silent --show-error --fail-with-body -w "\\n"');
  const shell = spawn('bash', ['-e', '-c', alone], { cwd, env: { PATH: process.env.PATH ?? '', ...env } });
  let [said, errors] = ['', ''];
  shell.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  shell.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code] = await once(shell, 'close');
  if (code !== 0)
    throw new Error(`The README’s lines ended with ${code} (127: curl is not installed): ${errors}${said}`);
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('the README’s curl lines do what it says, against the program itself', { timeout: 90_000 }, async () => {
  const { slack, vonage, environment } = await aPlace();
  const program = startProgram(environment);
  onTestFinished(() => program.kill('SIGKILL'));
  const url = await program.url;
  await connect({ slack, vonage }, url, 'socket');
  const cwd = await aFolder();
  await writeFile(join(cwd, 'people.csv'), 'phone,first_name\n+12015550103,Ada\n+12015550104,\n');
  await writeFile(join(cwd, 'people.ndjson'), '"+12015550105"\n"+12015550106"\n"+12015550107"\n');
  const env = { TRICKLE_URL: url, TRICKLE_KEY: await makeKey(slack) };

  const [sendOne, sendLists, follow, ...others] = await blocks();
  expect(others).toEqual([]);
  const [campaign] = (await paste(sendOne!, cwd, env)) as { id: string }[];
  expect(campaign).toMatchObject({ status: 'pending_approval', recipients: 2, batch_size: 3, delay_period: 3600 });
  expect(await paste(sendOne!, cwd, env)).toMatchObject([{ id: campaign!.id }]);
  expect(await paste(sendLists!, cwd, env)).toMatchObject([
    { status: 'pending_approval', recipients: 2, message_string: expect.stringContaining('{{first_name|there}}') },
    { status: 'pending_approval', recipients: 3 },
  ]);
  expect(await paste(follow!, cwd, { ...env, CAMPAIGN: campaign!.id })).toMatchObject([
    { campaigns: [{}, {}, { id: campaign!.id }], next: null },
    { id: campaign!.id },
    { recipients: [{ number: '•••• 0101' }, { number: '•••• 0102' }], next: null },
    { replies: [], next: null },
    { opted_out: 1, refused: [] },
    { id: campaign!.id, status: 'cancelled' },
  ]);
  await expect(paste(sendOne!, cwd, { ...env, TRICKLE_KEY: 'trickle_wrong' })).rejects.toThrow('401');
});
