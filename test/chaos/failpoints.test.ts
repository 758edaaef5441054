import { expect, test } from 'vitest';
import { everyInjury, liveThrough } from '../../chaos/simulation/failpoints.ts';

/**
 * All of them take minutes (`npm run chaos:simulate -- --failpoints`); here one in so many, spread over the whole life, and
 * none of the four that make the program wait for hours of its own time.
 */
const oneIn = 97;

test('a campaign comes to its end by itself with every promise kept, whichever call fails or is the last of a process', async () => {
  const injuries = everyInjury(await liveThrough());
  expect(injuries.length).toBeGreaterThan(1_000);

  let struck = 0;
  for (let at = 0; at < injuries.length; at += oneIn) {
    struck += Number((await liveThrough(injuries[at])).injured);
  }
  expect(struck).toBeGreaterThan(12);
}, 90_000);
