import { describe, expect, test } from 'vitest';
import {
  CampaignStatus,
  couldSend,
  endsEarly,
  isActive,
  isOver,
  isWatched,
  mayCancel,
  mayEdit,
  mayFollow,
  mayPause,
  mayResume,
} from '../../../src/domain/campaign/campaign-status.ts';

const predicates = { mayEdit, mayPause, mayResume, mayCancel, couldSend, isWatched, isActive, isOver, endsEarly };

/** Row: from, column: to. */
const table = `
                  draft pending_approval scheduled running paused settling completed cancelling cancelled failed
draft             -     yes              -         -       -      -        -         -          yes       -
pending_approval  yes   -                yes       -       -      -        -         -          yes       -
scheduled         -     -                -         yes     yes    -        -         yes        -         yes
running           -     -                -         -       yes    yes      -         yes        -         yes
paused            -     -                yes       yes     -      -        -         yes        -         yes
settling          -     -                -         yes     -      -        yes       -          -         yes
completed         -     -                -         yes     -      -        -         -          -         -
cancelling        -     -                -         -       -      -        -         -          yes       yes
cancelled         -     -                -         -       -      -        -         -          -         -
failed            -     -                -         -       -      -        -         -          -         -
`;

const [columns = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([from, ...answers]) =>
  answers.map((answer, index) => [from, columns[index], answer === 'yes'] as const),
);

describe('a campaign’s status', () => {
  test('is in the table with all others', () => {
    expect(columns).toEqual(CampaignStatus.options);
    expect(rows.map(([from]) => from)).toEqual(CampaignStatus.options);
  });

  test.each(cells)('may go from %s to %s: %s', (from, to, expected) => {
    expect(mayFollow(CampaignStatus.parse(from), CampaignStatus.parse(to))).toBe(expected);
  });

  test.each([
    ['mayEdit', ['draft', 'pending_approval']],
    ['mayPause', ['scheduled', 'running']],
    ['mayResume', ['paused']],
    ['mayCancel', ['draft', 'pending_approval', 'scheduled', 'running', 'paused']],
    ['couldSend', ['scheduled', 'running', 'paused']],
    ['isWatched', ['pending_approval', 'scheduled', 'running', 'paused', 'settling', 'cancelling']],
    ['isActive', ['scheduled', 'running', 'settling', 'cancelling']],
    ['isOver', ['completed', 'cancelled', 'failed']],
    ['endsEarly', ['cancelling', 'cancelled', 'failed']],
  ] as const)('is one of which %s says yes for these alone: %j', (predicate, expected) => {
    expect(CampaignStatus.options.filter(predicates[predicate])).toEqual(expected);
  });

  test.each([
    ['mayPause', 'paused'],
    ['mayResume', 'running'],
    ['mayEdit', 'draft'],
  ] as const)('is one for which %s promises only what may follow', (predicate, to) => {
    for (const from of CampaignStatus.options.filter(predicates[predicate])) {
      expect(from === to || mayFollow(from, to)).toBe(true);
    }
  });

  test('never begins to send without an approval', () => {
    const beforeApproval = ['draft', 'pending_approval'] as const;
    for (const from of beforeApproval) expect(mayFollow(from, 'running')).toBe(false);
    expect(CampaignStatus.options.filter((from) => mayFollow(from, 'scheduled'))).toEqual([
      'pending_approval',
      'paused',
    ]);
  });
});
