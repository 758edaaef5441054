import { describe, expect, test } from 'vitest';
import { contentHash, seenOf } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { CampaignId, UserId } from '../../../src/domain/ids.ts';
import { aDraft, admin, aFormInput, agent, approver, author } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const list = 'Mobile,first_name,Unsubscribed\n+12015550101,Ada,yes\n+12015550102,Grace,no\n';

async function ownDraft({ campaigns }: Bench): Promise<Campaign> {
  const content = await campaigns.read(aFormInput({ hours: 'any time' }), author);
  return (await campaigns.draft({ content, source: list, by: author, origin: 'form' })).campaign;
}

/** It was sent back once, so that others may work on it. */
async function draft(bench: Bench): Promise<Campaign> {
  const { id } = await submit(bench, await ownDraft(bench), author);
  return bench.campaigns.sendBack(id, { by: agent, reason: 'The date' });
}

async function edit({ campaigns }: Bench, before: Campaign, by: UserId, words?: string, source: string | null = null) {
  const input = aFormInput({ hours: 'any time', ...(words && { message: words }) });
  const content = await campaigns.read(input, by);
  return (await campaigns.edit(before.id, { content, source, by, seen: seenOf(before) })).campaign;
}

async function submit({ campaigns }: Bench, { id }: Campaign, by: UserId): Promise<Campaign> {
  return campaigns.submit(id, { by, contentHash: contentHash(await campaigns.get(id)) });
}

async function approve({ campaigns }: Bench, id: CampaignId, by: UserId): Promise<Campaign> {
  return campaigns.approve(id, { by, contentHash: contentHash(await campaigns.get(id)), ticked: ['nobody_said'] });
}

const own = { code: 'own_campaign', message: expect.stringContaining('You wrote or edited this campaign') };

describe('nobody releases words of their own', () => {
  test('although others have saved it since', async () => {
    const bench = await aBench();
    const rewritten = await edit(bench, await draft(bench), approver, 'Buy now! Reply STOP to opt out.');
    await submit(bench, await edit(bench, rewritten, author, rewritten.template), author);
    await expect(approve(bench, rewritten.id, approver)).rejects.toMatchObject(own);
    await expect(approve(bench, rewritten.id, author)).rejects.toMatchObject(own);
    expect((await approve(bench, rewritten.id, agent)).status).toBe('scheduled');
  });

  test('although it was sent back, and submitted by somebody else', async () => {
    const bench = await aBench();
    const edited = await edit(bench, await draft(bench), approver);
    await submit(bench, edited, author);
    await bench.campaigns.sendBack(edited.id, { by: agent, reason: 'The date' });
    await submit(bench, edited, author);
    await expect(approve(bench, edited.id, approver)).rejects.toMatchObject(own);
  });

  test('nor a list that they decided about', async () => {
    const bench = await aBench();
    const before = await draft(bench);
    const { campaign } = await bench.campaigns.decideList(before.id, {
      choices: { textMarked: true },
      by: approver,
      seen: seenOf(before),
      open: () => Promise.reject(new Error('nothing is stored in Slack here')),
    });
    await submit(bench, await edit(bench, campaign, author), author);
    await expect(approve(bench, campaign.id, approver)).rejects.toMatchObject(own);
  });

  test('nor what they asked the approval for', async () => {
    const bench = await aBench();
    const written = await draft(bench);
    await submit(bench, written, approver);
    const submitted = {
      code: 'own_campaign',
      message: expect.stringContaining('You submitted this campaign yourself'),
    };
    await expect(approve(bench, written.id, approver)).rejects.toMatchObject(submitted);
    expect((await approve(bench, written.id, agent)).approval?.by).toBe(agent);
  });

  test('nor what they asked the approval for once, though others have done so since', async () => {
    const bench = await aBench();
    const written = await draft(bench);
    await submit(bench, written, approver);
    await submit(bench, await edit(bench, await bench.campaigns.get(written.id), author, 'Hi! STOP ends it.'), author);
    for (const by of [approver, author]) {
      await expect(approve(bench, written.id, by)).rejects.toMatchObject({ code: 'own_campaign' });
    }
    expect((await bench.campaigns.openReview(written.id, approver)).kind).toBe('own');
    expect((await approve(bench, written.id, agent)).submitters).toEqual([author, approver]);
  });

  test('nor what they submitted before all who did so were kept', async () => {
    const bench = await aBench();
    const { submitters: _, ...former } = await submit(bench, await draft(bench), approver);
    await bench.store.campaigns.save({ ...former });
    await expect(approve(bench, former.id, approver)).rejects.toMatchObject({ code: 'own_campaign' });
  });

  test('in a draft stored before all editors were kept: its first and its last writer', async () => {
    const bench = await aBench();
    const sentBack = { by: agent, at: '2026-03-01T09:00:00.000Z', reason: 'The date' };
    const written = { createdBy: author, lastEditedBy: approver, sentBack };
    const former = aDraft({ ...written, id: 'formeraa' as CampaignId, hours: null });
    const stored = await bench.store.campaigns.create(
      { ...former, list: { ...former.list, size: 0, columns: [] } },
      [],
    );
    await submit(bench, await edit(bench, stored, agent, 'Hi! Reply STOP to opt out.', list), agent);
    for (const by of [author, approver, agent]) await expect(approve(bench, former.id, by)).rejects.toMatchObject(own);
  });
});

describe('a draft of which nobody was asked for an approval', () => {
  const others: [string, (bench: Bench, own: Campaign) => Promise<unknown>][] = [
    ['open', ({ campaigns }, { id }) => campaigns.open(id, agent)],
    ['see', ({ campaigns }, { id }) => campaigns.show(id, agent)],
    ['edit', (bench, own) => edit(bench, own, agent, 'Mine! STOP ends it.')],
    ['submit', (bench, own) => submit(bench, own, agent)],
    ['delete', ({ campaigns }, own) => campaigns.remove(own.id, agent, contentHash(own))],
    ['cancel', ({ campaigns }, { id }) => campaigns.cancel(id, agent)],
  ];
  test.each(others)('is nobody else’s to %s', async (_, attempt) => {
    const bench = await aBench();
    const own = await ownDraft(bench);
    const refused = { code: 'not_yours', message: expect.stringContaining('somebody else’s draft') };
    await expect(attempt(bench, own)).rejects.toMatchObject(refused);
    expect(await bench.campaigns.get(own.id)).toEqual(own);
  });

  test('is found and listed for its author and an admin only', async () => {
    const bench = await aBench({ settings: { roles: { creators: [], approvers: [], admins: [admin] } } });
    const own = await ownDraft(bench);
    const { id, name } = own;
    for (const by of [author, admin]) {
      expect(await bench.campaigns.find(name, by)).toMatchObject({ id });
      expect((await bench.campaigns.browse({ which: 'all', page: 1, by })).total).toBe(1);
    }
    for (const query of [name, id]) {
      await expect(bench.campaigns.find(query, agent)).rejects.toMatchObject({ code: 'no_campaign' });
    }
    expect((await bench.campaigns.browse({ which: 'all', page: 1, by: agent })).total).toBe(0);
    expect((await bench.campaigns.remove(id, admin, contentHash(own))).isGone).toBe(true);
  });
});

describe('a press on Review', () => {
  test.each([
    ['who wrote it', author, 'own'],
    ['who submitted it', agent, 'own'],
    ['anybody else who may approve', approver, 'review'],
  ] as const)('shows %s the right window', async (_, by, kind) => {
    const bench = await aBench();
    const { id } = await submit(bench, await draft(bench), agent);
    expect(await bench.campaigns.openReview(id, by)).toMatchObject({ kind, preview: { campaign: { id } } });
  });
});

describe('an edit that began on something else', () => {
  const changes: [string, string, (bench: Bench, before: Campaign) => Promise<unknown>][] = [
    [
      'edited',
      'changed this campaign after you opened it',
      (bench, before) => edit(bench, before, agent, 'Hi! STOP ends it.'),
    ],
    [
      'given another list',
      'changed this campaign after',
      (bench, before) => edit(bench, before, agent, undefined, '+12015550177'),
    ],
    ['submitted', 'was submitted for approval after you opened it', (bench, before) => submit(bench, before, agent)],
  ];

  test.each(changes)(
    'is refused when it was %s meanwhile, and nothing of the other is lost',
    async (_, why, change) => {
      const bench = await aBench();
      const before = await draft(bench);
      await change(bench, before);
      const after = await bench.campaigns.get(before.id);
      for (const source of [null, '+12015550188\n+12015550189']) {
        await expect(edit(bench, before, author, 'Mine! STOP ends it.', source)).rejects.toMatchObject({
          code: 'stale_edit',
          message: expect.stringContaining(why),
        });
      }
      expect(await bench.campaigns.get(before.id)).toEqual(after);
    },
  );

  test('is refused when it was sent back meanwhile', async () => {
    const bench = await aBench();
    const before = await submit(bench, await draft(bench), author);
    await bench.campaigns.sendBack(before.id, { by: approver, reason: 'The date' });
    await expect(edit(bench, before, author)).rejects.toThrow('was sent back after you opened it');
  });

  test('is refused when it was approved meanwhile', async () => {
    const bench = await aBench();
    const before = await submit(bench, await draft(bench), author);
    await approve(bench, before.id, approver);
    await expect(edit(bench, before, author)).rejects.toMatchObject({ code: 'not_editable' });
    expect((await bench.campaigns.get(before.id)).status).toBe('scheduled');
  });

  test('cannot put one person’s list under another’s figures: of two at once one is refused', async () => {
    const bench = await aBench();
    const before = await draft(bench);
    const both = await Promise.allSettled([
      edit(bench, before, author, 'Mine! STOP ends it.'),
      edit(bench, before, agent, undefined, '+12015550177\n+12015550178\n+12015550179'),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    const { list: summary } = await bench.campaigns.get(before.id);
    const stored = await bench.store.recipients.page(before.id, { from: 0, limit: 10 });
    expect([summary.size, stored.length]).toEqual([1, 1]);
  });

  test('is one edit when a double click sends it twice', async () => {
    const bench = await aBench();
    const before = await draft(bench);
    const both = await Promise.all([
      edit(bench, before, author, 'Hi! STOP ends it.'),
      edit(bench, before, author, 'Hi! STOP ends it.'),
    ]);
    expect(both.map(({ version }) => version)).toEqual([before.version + 1, before.version + 1]);
  });

  test('is refused for a decision about the list, too', async () => {
    const bench = await aBench();
    const before = await draft(bench);
    await edit(bench, before, agent, 'Hi! STOP ends it.');
    const decided = bench.campaigns.decideList(before.id, {
      choices: { textMarked: true },
      by: author,
      seen: seenOf(before),
      open: () => Promise.reject(new Error('nothing is stored in Slack here')),
    });
    await expect(decided).rejects.toMatchObject({ code: 'stale_edit' });
  });
});
