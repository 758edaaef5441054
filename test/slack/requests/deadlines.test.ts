import { glob, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { connectionOptions, createSlackClients, interactiveOptions } from '../../../src/slack/api/clients.ts';

const slack = resolve(import.meta.dirname, '../../../src/slack');
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const settings = { apiUrl: 'http://127.0.0.1:9/', log: silent };

async function sources(): Promise<ReadonlyMap<string, string>> {
  const files = await Array.fromAsync(glob('**/*.ts', { cwd: slack }));
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(slack, file), 'utf8')] as const)),
  );
}

describe('every call to Slack ends by itself', () => {
  test.each([
    ['what people wait for', interactiveOptions(settings)],
    ['what opens a socket', connectionOptions(settings)],
  ])('%s has a deadline and waits out no limit', (_, options) => {
    expect(options.timeout).toBeLessThanOrEqual(10_000);
    expect(options.rejectRateLimitedCalls).toBe(true);
    expect(options.retryConfig?.retries).toBeLessThanOrEqual(1);
  });

  test('so have both clients', () => {
    const clients = createSlackClients({ botToken: 'xoxb-1', ...settings });
    for (const client of Object.values(clients)) {
      const { timeout, rejectRateLimitedCalls } = client as unknown as {
        timeout: number;
        rejectRateLimitedCalls: boolean;
      };
      expect(timeout).toBeGreaterThan(0);
      expect(timeout).toBeLessThanOrEqual(10_000);
      expect(rejectRateLimitedCalls).toBe(true);
    }
  });

  test('clients are made in one place, and the SDK’s own get the same options', async () => {
    const made = [...(await sources())].filter(([, source]) => source.includes('new WebClient('));
    expect(made.map(([file]) => file)).toEqual(['api/clients.ts']);
    for (const source of (await sources()).values()) {
      for (const [options] of source.matchAll(/clientOptions:[^,}\n]+/g)) {
        expect(options).toMatch(/^clientOptions: (interactiveOptions|connectionOptions)\(/);
      }
    }
  });

  test('requests past the SDK carry a signal', async () => {
    for (const [file, source] of await sources()) {
      for (const { index } of source.matchAll(/\bfetch\(/g)) {
        expect(source.slice(index, index + 200), file).toMatch(/\bsignal\b/);
      }
    }
  });
});
