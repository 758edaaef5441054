import { expect, test } from 'vitest';
import { tryAttacks } from '../../chaos/flips/try-attacks.ts';

test('whatever is done to the files of a folder is refused by name, or harmless', async () => {
  const { broken, refused, harmless } = await tryAttacks(1, 170);
  expect(broken).toEqual([]);
  expect(refused).toBeGreaterThan(200);
  expect(harmless).toBeGreaterThan(0);
});
