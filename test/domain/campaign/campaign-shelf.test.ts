import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { isForgotten, pageOf, type Shelf } from '../../../src/domain/campaign/campaign-shelf.ts';
import { aCampaign, aDraft, agent, approver, author } from '../../support/builders.ts';

const at = '2026-11-20T10:00:00.000Z';
const shelved: Record<string, Campaign> = {
  preview: aDraft(),
  'another’s preview': aDraft({ createdBy: agent, lastEditedBy: agent }),
  'sent back': aDraft({ sentBack: { by: approver, at, reason: 'The date' } }),
  withdrawn: aDraft({ submittedBy: author }),
  waiting: aDraft({ status: 'pending_approval', submittedAt: at }),
  paused: aCampaign({ status: 'paused' }),
  'another’s, edited': aCampaign({ createdBy: agent, lastEditedBy: agent, editedBy: [author] }),
  completed: aCampaign({ status: 'completed' }),
};

const shelves: Record<Shelf, string[]> = {
  current: ['sent back', 'withdrawn', 'waiting', 'paused', 'another’s, edited', 'completed'],
  running: ['paused', 'another’s, edited'],
  waiting: ['waiting'],
  drafts: ['preview', 'sent back', 'withdrawn'],
  mine: ['preview', 'sent back', 'withdrawn', 'waiting', 'paused', 'another’s, edited', 'completed'],
  all: Object.keys(shelved),
};

describe('the list of campaigns', () => {
  test.each(Object.entries(shelves))('has those under “%s” that are asked for by it', (which, names) => {
    const { campaigns } = pageOf(Object.values(shelved), { which: which as Shelf, page: 1, by: author });
    expect(campaigns).toEqual(names.map((name) => shelved[name]));
  });

  test('keeps previews of one’s own apart, and tells them where they are left out', () => {
    const all = Object.values(shelved);
    expect(pageOf(all, { which: 'current', page: 1, by: author }).drafts).toEqual([shelved.preview]);
    expect(pageOf(all, { which: 'all', page: 1, by: author }).drafts).toEqual([]);
  });

  test('has twenty on a page, and shows the last one to whoever asks for more', () => {
    const many = Array.from({ length: 41 }, (_, no) => aCampaign({ name: `No. ${no + 1}` }));
    const page = (no: number) => pageOf(many, { which: 'all', page: no, by: author });
    expect(page(1).campaigns).toHaveLength(20);
    expect([page(2).campaigns[0]?.name, page(3).campaigns[0]?.name]).toEqual(['No. 21', 'No. 41']);
    expect(page(9)).toEqual(page(3));
    expect(pageOf([], { which: 'all', page: 1, by: author })).toMatchObject({ page: 1, pages: 1, total: 0 });
  });
});

describe('a preview that nobody goes on with', () => {
  const now = new Date('2026-11-30T14:00:01.000Z');

  test.each([
    ['goes after a week', aDraft(), true],
    ['stays within the week', aDraft({ createdAt: '2026-11-23T14:00:02.000Z' }), false],
    ['stays when it was edited within the week', aDraft({ editedAt: '2026-11-24T09:00:00.000Z' }), false],
    ['stays once it was submitted', aDraft({ submittedBy: author }), false],
    ['stays when it was sent back', shelved['sent back']!, false],
    ['stays while it waits for approval', shelved.waiting!, false],
    ['stays while it runs', aCampaign(), false],
  ])('%s', (_, campaign, goes) => {
    expect(isForgotten(campaign, now)).toBe(goes);
  });
});
