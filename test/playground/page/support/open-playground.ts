import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { findChromium, launchChromium } from '../../../../playground/chromium.ts';
import { startPageServer } from '../../../../playground/page/page-server.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../../../playground/playground.ts';

const executable = findChromium();
if (!executable) process.stderr.write('The browser tests are skipped: no Chromium is installed on this machine.\n');

/** Tests that look at the page; skipped only where there is no browser to look with. */
export const describeInBrowser: typeof describe.skip = executable ? describe : describe.skip;

export type OpenPlayground = {
  readonly page: Page;
  readonly url: string;
  world(): Playground;
  /** What the browser complained about since it was last asked. */
  complaints(): string[];
  close(): Promise<void>;
};

/** One playground for all tests of a file, in which the browser has nothing to complain of. */
export function playgroundForAll(take: (playground: OpenPlayground) => void): void {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground({ replyPercent: 0 });
    take(playground);
  }, 120_000);
  afterEach(() => {
    expect(playground.complaints()).toEqual([]);
  });
  afterAll(async () => {
    await playground.close();
  }, 60_000);
}

/** A playground with the real program in it and a browser that shows it. */
export async function openPlayground(options: PlaygroundOptions & { width?: number } = {}): Promise<OpenPlayground> {
  let world = await startPlayground({ zone: 'America/New_York', ...options });
  const server = await startPageServer({
    world,
    onReset: async () => {
      const old = world;
      world = await startPlayground({ zone: 'America/New_York', ...options });
      server.show(world);
      await world.bot.start();
      await old.close();
    },
  });
  const browser: Browser = await launchChromium(executable ?? '');
  const page = await browser.newPage({ viewport: { width: options.width ?? 1280, height: 800 } });
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await world.bot.start();
  await page.goto(server.url);
  await page.getByText('Local workspace').waitFor({ state: 'attached' });
  return {
    page,
    url: server.url,
    world: () => world,
    complaints: () => complaints.splice(0),
    async close() {
      await browser.close();
      await server.close();
      await world.close();
    },
  };
}
