import { expect, test } from 'vitest';
import { startPlayground } from '../../playground/playground.ts';

test('nobody in the playground runs out of credit, which nothing there could top up', async () => {
  const { vonage, close } = await startPlayground();
  try {
    const { balance, pricePerSegment } = vonage.settings;
    expect(balance).toBeGreaterThan(1_000_000 * 10 * pricePerSegment);
  } finally {
    await close();
  }
});
