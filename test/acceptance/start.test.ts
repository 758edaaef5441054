import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aPlace } from '../support/place.ts';
import { bareEnvironment, startProgram } from '../support/program.ts';
import { aFolder } from '../support/temporary-folder.ts';
import { metricsHeaders, startWorld } from '../support/world.ts';

const root = new URL('../..', import.meta.url).pathname;
/** The Node of this machine, where it is older than the one the project brings along. */
const oldNode = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .map((folder) => join(folder, 'node'))
  .find(isOldNode);

describe('started as the README says', () => {
  test('npm start hears SIGTERM, and nothing of it is left running', async () => {
    const program = start('npm', ['start'], await anEnvironment());
    const url = await program.url;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    program.child.kill('SIGTERM');
    // The output closes only when the last process that holds it has ended.
    expect(await program.closed).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('Ctrl+C under npm, which reaches the program twice, is one orderly stop', async () => {
    const program = start('npm', ['start'], await anEnvironment(), { detached: true });
    await program.url;
    process.kill(-program.child.pid!, 'SIGINT');
    await program.closed;
    expect(program.lines.filter((line) => line.includes('Stopping'))).toHaveLength(1);
    // The last that an orderly stop does.
    expect(program.lines.at(-1)).toContain('"kind":"checkpoint"');
  });

  test('a second Ctrl+C on the heels of the first is the same wish', async () => {
    const program = start(process.execPath, ['start.js'], await anEnvironment());
    await program.url;
    program.child.stdout!.on('data', (piece) => {
      if (String(piece).includes('Stopping')) program.child.kill('SIGINT');
    });
    program.child.kill('SIGINT');
    expect(await program.closed).toBe(0);
    expect(program.lines.at(-1)).toContain('"kind":"checkpoint"');
  });

  test('node start.js is one process', async () => {
    const program = start(process.execPath, ['start.js'], await anEnvironment());
    await program.url;
    program.child.kill('SIGTERM');
    expect(await program.closed).toBe(0);
  });
});

describe.skipIf(oldNode === undefined)('an old Node', () => {
  test('hands over to the one that the project brings along, with its signals', async () => {
    const program = start(oldNode!, ['start.js'], await anEnvironment());
    const url = await program.url;
    program.child.kill('SIGTERM');
    expect(await program.closed).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('that is killed takes the program with it', async () => {
    const program = start(oldNode!, ['start.js'], await anEnvironment());
    const url = await program.url;
    program.child.kill('SIGKILL');
    await program.closed;
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  test('with no other at hand says which one is needed, before anything of the program is read', async () => {
    const folder = await aFolder();
    for (const name of ['start.js', 'package.json']) await copyFile(join(root, name), join(folder, name));
    const program = start(oldNode!, ['start.js'], {}, { cwd: folder });
    expect(await program.closed).toBe(1);
    expect(program.errors()).toMatch(/^This is Node \d+\.\d+\.\d+, .*Trickle needs Node 24 or newer.*\n$/);
  });
});

describe('the start', () => {
  test('fails with one sentence, said once', async () => {
    const program = startProgram({ ...(await anEnvironment()), SLACK_BOT_TOKEN: 'xoxb-not-ours' });
    const { code, errors } = await program.ended;
    expect(code).toBe(1);
    expect(errors.match(/SLACK_BOT_TOKEN/g)).toHaveLength(1);
    expect(program.logged.join()).not.toContain('SLACK_BOT_TOKEN');
  });

  test('says plainly that Slack cannot be reached yet', async () => {
    const program = startProgram({
      ...(await anEnvironment()),
      SLACK_API_URL: `http://127.0.0.1:${await aFreePort()}/api/`,
    });
    onTestFinished(() => program.kill('SIGKILL'));
    const url = await program.url;
    const running = program.logged.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'Trickle is running');
    expect(running).toMatchObject({ url, slack: 'not reached yet' });
    await expect.poll(() => program.logged.join()).toContain('Slack cannot be reached yet, so nobody can write');
    const figures = await (await fetch(`${url}/metrics`, { headers: metricsHeaders })).text();
    expect(figures).toContain('trickle_slack_reached 0');
  });

  test('says in one line which rules hold, and in one more what is less than usual', async () => {
    const program = startProgram({ ...(await anEnvironment()), HOUSE_CAPS: 'off because this is a test system' });
    onTestFinished(() => program.kill('SIGKILL'));
    await program.url;
    const lines = program.logged.map((line) => JSON.parse(line));
    const zoneData = expect.stringMatching(/^20\d\d[a-z]/);
    const rules = expect.stringMatching(/^[0-9a-f]{8}$/);
    expect(lines.find(({ msg }) => msg === 'Rules in force')).toMatchObject({ level: 'info', zoneData, rules });
    expect(lines.find(({ msg }) => msg === 'A rule of the house is off')).toMatchObject({
      level: 'warn',
      says: '`HOUSE_CAPS` is off: this is a test system.',
    });
  });

  test('names what looks like a setting and is none', async () => {
    const { SLACK_BOT_TOKEN = '', ...rest } = await anEnvironment();
    const { code, errors } = await startProgram({ ...rest, SLACK_BOTTOKEN: SLACK_BOT_TOKEN }).ended;
    expect(code).toBe(2);
    expect(errors).toContain('SLACK_BOTTOKEN: there is no such setting. Did you mean SLACK_BOT_TOKEN?');
  });
});

describe('a word on the command line', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const onCommandLine: [script: string, word: string, code: number, said: RegExp][] = [
    ['start.js', '--help', 0, /^Trickle: .*\n[\s\S]*\.env[\s\S]*README\.md/],
    ['start.js', '-h', 0, /^Trickle: /],
    ['start.js', '--version', 0, new RegExp(`^${version}\n$`)],
    ['start.js', '--bogus', 2, /--bogus: [\s\S]*--help/],
    ['start.js', 'bogus', 2, /bogus: /],
    ['playground/main.ts', '--help', 0, /playground[\s\S]*PLAYGROUND_PORT/],
    ['playground/main.ts', '--bogus', 2, /--bogus: /],
  ];

  test.each(onCommandLine)('is heard and starts nothing: node %s %s', async (script, word, code, said) => {
    expect(await answered(process.execPath, [script, word])).toEqual({ code, told: expect.stringMatching(said) });
  });

  test.skipIf(oldNode === undefined)('is handed over by an old Node', async () => {
    expect(await answered(oldNode!, ['start.js', '--version'])).toEqual({ code: 0, told: `${version}\n` });
    expect((await answered(oldNode!, ['start.js', '--bogus'])).code).toBe(2);
  });

  async function answered(command: string, words: string[]) {
    const program = start(command, words, await anEnvironment());
    const code = await program.closed;
    return { code, told: [...program.lines.map((line) => `${line}\n`), program.errors()].join('') };
  }
});

describe('the figures', () => {
  test('are closed to the world unless somebody set how to read them', async () => {
    const world = await startWorld({ environment: { METRICS_TOKEN: '' } });
    onTestFinished(world.close);
    const answer = await fetch(`${world.url}/metrics`);
    expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining('trickle_')]);
  });

  test('stand on a port of their own when it is set, and there only', async () => {
    const { METRICS_TOKEN: _, ...environment } = await anEnvironment();
    const program = startProgram({ ...environment, METRICS_PORT: '0' });
    onTestFinished(() => program.kill('SIGKILL'));
    const url = await program.url;
    const told = () => program.logged.map((line) => JSON.parse(line)).find(({ msg }) => msg.startsWith('Figures'));
    await expect.poll(told).toBeDefined();
    expect(await (await fetch(told().url)).text()).toContain('trickle_campaigns');
    expect((await fetch(`${url}/metrics`)).status).toBe(403);
  });
});

const anEnvironment = async () => (await aPlace({ isNewFolder: true })).environment;

function start(
  command: string,
  words: string[],
  environment: Readonly<Record<string, string>>,
  { cwd = root, detached = false } = {},
) {
  const child: ChildProcess = spawn(command, words, {
    cwd,
    detached,
    env: { ...bareEnvironment(), HOME: process.env.HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const url = new Promise<string>((resolve) => {
    createInterface(child.stdout!).on('line', (line) => {
      lines.push(line);
      if (line.includes('"Trickle is running"')) resolve((JSON.parse(line) as { url: string }).url);
    });
  });
  const closed = once(child, 'close').then(([code]) => code as number | null);
  return { child, lines, url, closed, errors: () => errors };
}

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function isOldNode(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return Number.parseInt(execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }), 10) < 24;
  } catch {
    return false;
  }
}
