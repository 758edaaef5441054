import { expect, test } from 'vitest';
import { runChaos } from '../../chaos/kills/run-chaos.ts';
import { aFolder } from '../support/temporary-folder.ts';

test('struck again and again, it texts nobody twice, loses nobody, and its books say what Vonage knows', async () => {
  const folder = await aFolder();

  const { breaches, blows, evidence } = await runChaos({ seed: 7, kills: 4, recipients: 240, folder, places: true });
  expect(breaches).toEqual([]);
  expect(blows).toMatchObject({ SIGKILL: 4, SIGTERM: 1, freezes: 1 });
  expect(evidence.accepted.length).toBeGreaterThan(60);
}, 180_000);
