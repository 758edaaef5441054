import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { findChromium, launchChromium } from './chromium.ts';
import { startPageServer } from './page/page-server.ts';
import { startPlayground } from './playground.ts';
import { listOf, sampleLists } from './sample-lists.ts';
import { takeAnsweringTour } from './tours/answering-tour.ts';
import { takePaceTour } from './tours/pace-tour.ts';
import { openHome, takeReuseTour } from './tours/reuse-tour.ts';
import { become, previewList, takeTour } from './tours/tour.ts';

// The command `npm run screenshots`: plays the tour and keeps docs/screenshots/*.png.
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const executable = findChromium();
if (!executable)
  throw new Error('There is no Chromium on this machine. Install it (apt-get install chromium) and try again.');

await mkdir(folder, { recursive: true });
const browser = await launchChromium(executable);
try {
  await inNewWorld(async (page) => {
    await pictureEmptyHome(page);
    await pictureLists(page);
    await takeTour(page, {
      campaign: 'Summer picnic',
      size: { list: listOf(200), batch: 40, hold: 8 },
      onScene: (scene) => picture(scene === 'phones' ? page.getByRole('region', { name: 'Phones' }) : page, scene),
    });
    await takeReuseTour(page, {
      campaign: 'Winter picnic',
      over: 'Summer picnic',
      list: listOf(240),
      onScene: (scene) => picture(page, scene),
    });
    // Last: everybody asks there, and no campaign has anybody left who did not answer.
    await page.locator('.channel', { hasText: 'sms' }).click();
    await takeAnsweringTour(page, {
      campaign: 'Autumn picnic',
      list: others(100),
      onScene: (scene) => picture(page, scene),
    });
  });
  // A team's open replies hold all its campaigns.
  await inNewWorld((page) =>
    takePaceTour(page, {
      fixed: { campaign: 'Spring market', list: listOf(800) },
      following: { campaign: 'Book club', list: listOf(500) },
      onScene: (scene) => picture(page, scene),
    }),
  );
} finally {
  await browser.close();
}

async function inNewWorld(play: (page: Page) => Promise<void>): Promise<void> {
  const world = await startPlayground({
    startAt: new Date('2026-11-23T15:00:00Z'),
    // The tours text the same few people again and again.
    isAlwaysOpen: true,
  });
  const server = await startPageServer({ world, onReset: async () => {} });
  try {
    await world.bot.start();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, timezoneId: 'America/New_York' });
    await page.goto(server.url);
    await play(page);
    await page.close();
  } finally {
    await server.close();
    await world.close();
  }
}

async function picture(area: Page | Locator, scene: string): Promise<void> {
  await area.screenshot({ path: `${folder}${scene}.png`, animations: 'disabled' });
  console.log(`docs/screenshots/${scene}.png`);
}

/** The Home tab of an admin before the first campaign. */
async function pictureEmptyHome(page: Page): Promise<void> {
  await become(page, 'Ben');
  await openHome(page, /Left to set up/);
  await picture(page, 'home-empty');
  await become(page, 'Ada');
  await page.locator('.channel', { hasText: 'sms' }).click();
}

/** As many people whom no campaign before has texted. */
function others(count: number): string {
  const [header, ...lines] = listOf(200 + count)
    .trimEnd()
    .split(/\r?\n/);
  return [header, ...lines.slice(200)].join('\n');
}

/** A list that the preview comments on, and one that it asks about. */
async function pictureLists(page: Page): Promise<void> {
  const crm = sampleLists().find(({ name }) => name === 'sample-from-a-crm.csv')?.content ?? '';
  const unclear = crm.replace('Phone Number,Mobile Phone Number', 'Telephone,Phone');
  for (const [scene, list] of [
    ['list', crm],
    ['question', unclear],
  ] as const) {
    const options = { campaign: 'Spring picnic', size: { list, batch: 40, hold: 8 } };
    await previewList(page, options, () => picture(page, scene));
  }
}
