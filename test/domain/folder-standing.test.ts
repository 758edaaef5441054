import { describe, expect, test } from 'vitest';
import { compareMark, type FolderMark } from '../../src/domain/folder-standing.ts';

const at = '2026-11-28T10:00:00.000Z';
const opening = (epoch: number, id: string, from: number) => ({ epoch, id: id.repeat(8), at, from });
/** Opened three times: at the first change, after 40 and after 90 of them; 120 are known. */
const openings = [opening(1, 'a', 1), opening(2, 'b', 41), opening(3, 'c', 91)];
const own = { storeId: 'mine', height: 120 };
const mark = (epoch: number, id: string, height: number, storeId = 'mine'): FolderMark => {
  return { storeId, epoch, opening: id.repeat(8), height, at };
};

describe('what a mark kept outside says of the folder', () => {
  test.each([
    ['it had got as far as the folder has', mark(3, 'c', 120), { kind: 'sound' }],
    ['it was written a while ago', mark(3, 'c', 95), { kind: 'sound' }],
    ['it was written in an earlier opening', mark(1, 'a', 40), { kind: 'sound' }],
    ['it speaks of another store', mark(9, 'z', 999, 'theirs'), { kind: 'other' }],
    ['it went further in the same opening', mark(3, 'c', 127), { kind: 'older', missing: 7 }],
    ['the folder was opened once more since', mark(4, 'd', 150), { kind: 'older', missing: 30 }],
    ['a copy of the folder was opened elsewhere', mark(3, 'd', 100), { kind: 'older', missing: 0 }],
    ['an earlier opening went on elsewhere', mark(2, 'b', 99), { kind: 'older', missing: 9 }],
  ])('is plain when %s', (_, told, verdict) => {
    expect(compareMark({ openings }, own, told)).toEqual(verdict);
  });

  test('openings of before the first that is remembered are true', () => {
    expect(compareMark({ openings: openings.slice(2) }, own, mark(2, 'x', 9_999))).toEqual({ kind: 'sound' });
  });

  test('a store of a former version, opened for the first time, is older than any mark of its own', () => {
    expect(compareMark({ openings: [opening(1, 'a', 500)] }, { ...own, height: 500 }, mark(1, 'b', 600)).kind).toBe(
      'older',
    );
  });
});
