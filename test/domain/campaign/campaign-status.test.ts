import { describe, expect, it } from 'vitest';
import { CampaignStatus, isActive, isOver, mayFollow } from '../../../src/domain/campaign/campaign-status.ts';

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
  it('is in the table with all others', () => {
    expect(columns).toEqual(CampaignStatus.options);
    expect(rows.map(([from]) => from)).toEqual(CampaignStatus.options);
  });

  it.each(cells)('%s → %s: %s', (from, to, expected) => {
    expect(mayFollow(CampaignStatus.parse(from), CampaignStatus.parse(to))).toBe(expected);
  });

  it('leaves the clock something to do, or nothing at all', () => {
    expect(CampaignStatus.options.filter(isActive)).toEqual(['scheduled', 'running', 'settling', 'cancelling']);
    expect(CampaignStatus.options.filter(isOver)).toEqual(['completed', 'cancelled', 'failed']);
  });

  it('never begins to send without an approval', () => {
    const beforeApproval = ['draft', 'pending_approval'] as const;
    for (const from of beforeApproval) expect(mayFollow(from, 'running')).toBe(false);
    expect(CampaignStatus.options.filter((from) => mayFollow(from, 'scheduled'))).toEqual([
      'pending_approval',
      'paused',
    ]);
  });
});
