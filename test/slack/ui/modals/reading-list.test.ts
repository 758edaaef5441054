import { describe, expect, test } from 'vitest';
import { readingListModal } from '../../../../src/slack/ui/modals/reading-list.ts';

describe('the window while a list is read', () => {
  test('says that it may have to wait for another list only until its own lines are counted', () => {
    const waits = 'it may have to wait for another';
    const before = JSON.stringify(readingListModal('people.csv', { id: 'V0.hash' }));
    const meanwhile = JSON.stringify(
      readingListModal('people.csv', { id: 'V0.hash', progress: { lines: 72_644, about: 257_000 } }),
    );
    expect(before).toContain(waits);
    expect(meanwhile).not.toContain(waits);
    expect(meanwhile).toContain('72,644 of about 260,000 lines are read.');
  });

  test('says what goes on once all lines are read', () => {
    const after = JSON.stringify(readingListModal('people.csv', { progress: { lines: 257_011, about: null } }));
    expect(after).toContain('All 257,011 lines are read. Now the draft is saved.');
  });
});
