import { setTimeout as sleep } from 'node:timers/promises';
import { cardsOf } from '../acks/cards.ts';
import { startWholeWorld } from './world.ts';

/** Milliseconds from somebody's press of Approve until the first message of a campaign arrives at the provider. */
export async function runFirstMessage(people: number): Promise<number> {
  const sender = '12015550123';
  const world = await startWholeWorld([{ sender, people }], `${sender}:1000/s`, '1000/s', null);
  const { slack, provider } = world;
  const within = { timeoutMs: 60_000 };
  try {
    await world.start();
    const ben = slack.as('ben');
    const card = await slack.until(() => cardsOf(slack).find(({ buttons }) => buttons.includes('Review')), {
      ...within,
      what: 'the review card',
    });
    // The list was stored by hand: the first press measures its texts, for longer than a window may take to open.
    await ben.pressIn(card, 'Review');
    for (let press = 0; press < 10 && ben.openModal()?.submit !== 'Approve'; press += 1) {
      await sleep(10_000);
      if (!ben.openModal()) await ben.pressIn(card, 'Review');
    }
    await slack.until(() => ben.openModal()?.submit === 'Approve', { ...within, what: 'the review' });
    await ben.fill({ 'Nobody said how these people agreed': true });
    // Whoever approves a list of this length reads for a while.
    await sleep(30_000);
    const startMs = performance.now();
    await ben.submit();
    while ((await provider.count()).messages === 0) await sleep(5);
    return performance.now() - startMs;
  } finally {
    await world.close();
  }
}
