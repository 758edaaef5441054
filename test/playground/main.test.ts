import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { bareEnvironment } from '../support/program.ts';

test('prints its address and Trickle’s, lets a first campaign run, and leaves nothing behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'playground-test-'));
  const child = spawn(process.execPath, ['playground/main.ts'], {
    env: { ...bareEnvironment(), TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const url = await printedAddress(lines);
    const trickle = await printedAddress(lines);
    expect((await fetch(`${trickle}/healthz`)).status).toBe(200);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(await (await fetch(url)).text()).toContain('<title>Trickle playground</title>');
    expect(await readdir(folder)).toHaveLength(1);
    await expect.poll(async () => phonesThatGotTexts(url), { timeout: 60_000, interval: 300 }).toBeGreaterThan(0);
    expect((await fetch(`${url}act`, { method: 'POST', body: '{"act":"bot","do":"kill"}' })).status).toBe(403);
  } finally {
    // As Ctrl+C under npm does.
    child.kill('SIGINT');
    child.kill('SIGINT');
  }
  expect((await gone)[0]).toBe(0);
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
}, 120_000);

async function printedAddress(lines: AsyncIterator<string>): Promise<string> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error('No address was printed.');
    const [address] = /http:[^\s)]+/.exec(value) ?? [];
    if (address) return address;
  }
}

async function phonesThatGotTexts(url: string): Promise<number> {
  const snapshot = await (await fetch(`${url}snapshot`)).json();
  return Object(snapshot).phones.total;
}
