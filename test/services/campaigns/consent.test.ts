import { describe, expect, test } from 'vitest';
import { openRules } from '../../../playground/open-rules.ts';
import { seenOf } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { ConsentTexts } from '../../../src/domain/consent/consent-texts.ts';
import type { ListSource } from '../../../src/services/list/read-list.ts';
import { aConsentRule, aFormInput, approver, author, consentTexts } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const list = 'phone,first_name\n+12015550101,Ana\n+12015550102,Bo\n';

async function drafted({ campaigns }: Bench, source: ListSource = list): Promise<Campaign> {
  const content = await campaigns.read(aFormInput({ hours: 'any time' }), author);
  return (await campaigns.draft({ content, source, by: author, origin: `form of ${String(source)}` })).campaign;
}

async function say({ campaigns }: Bench, { id }: Campaign, typed: Partial<ConsentTexts> = {}): Promise<Campaign> {
  const seen = seenOf(await campaigns.get(id));
  return campaigns.sayHowTheyAgreed(id, { by: author, seen, typed: consentTexts(typed) });
}

async function submit({ campaigns }: Bench, { id }: Campaign): Promise<Campaign> {
  const { contentHash } = await campaigns.preview(id);
  return campaigns.submit(id, { by: author, contentHash });
}

const approve = ({ campaigns }: Bench, { id }: Campaign, contentHash: string) =>
  campaigns.approve(id, { by: approver, contentHash });

async function give({ campaigns }: Bench, { id }: Campaign, source: ListSource | null): Promise<Campaign> {
  const content = await campaigns.read(aFormInput({ hours: 'any time' }), author);
  const seen = seenOf(await campaigns.get(id));
  return (await campaigns.edit(id, { content, source, by: author, seen })).campaign;
}

describe('how people agreed', () => {
  test('is part of what is approved: any change of it voids the approval', async () => {
    const bench = await aBench();
    const draft = await drafted(bench);
    const said = await say(bench, draft);
    expect(said.consent).toMatchObject({ how: 'form', holder: 'Ada' });
    const { contentHash } = await bench.campaigns.preview(draft.id);
    await submit(bench, draft);
    const again = await say(bench, draft, { agreedHolder: 'Bea' });
    expect(again.status).toBe('draft');
    await submit(bench, draft);
    await expect(approve(bench, draft, contentHash)).rejects.toMatchObject({ code: 'content_changed' });
    const { changes, ...now } = await bench.campaigns.preview(draft.id);
    expect(changes?.differences.map(({ part }) => part)).toEqual(['consent']);
    const approved = await approve(bench, draft, now.contentHash);
    expect(approved).toMatchObject({ status: 'scheduled', consent: { holder: 'Bea' } });
    expect(approved.approval).not.toHaveProperty('ticked');
  });

  test('left out has to be known by whoever approves, and the approval keeps that it was', async () => {
    const bench = await aBench();
    const { id } = await submit(bench, await drafted(bench));
    const { contentHash } = await bench.campaigns.preview(id);
    const wish = { by: approver, contentHash };
    await expect(bench.campaigns.approve(id, wish)).rejects.toMatchObject({ code: 'nobody_said', field: 'nobodySaid' });
    expect((await bench.campaigns.get(id)).approval).toBeNull();
    const approved = await bench.campaigns.approve(id, { ...wish, ticked: ['nobody_said', 'no_offer'] });
    expect(approved.approval).toMatchObject({ by: approver, ticked: ['nobody_said'] });
  });

  test('of an informational text, whoever approves says that there is no offer in it', async () => {
    const bench = await aBench();
    const draft = await drafted(bench);
    await say(bench, draft, { messageClass: 'informational' });
    const { id } = await submit(bench, draft);
    const wish = { by: approver, contentHash: (await bench.campaigns.preview(id)).contentHash };
    await expect(bench.campaigns.approve(id, wish)).rejects.toMatchObject({ code: 'maybe_offer', field: 'noOffer' });
    const approved = await bench.campaigns.approve(id, { ...wish, ticked: ['no_offer'] });
    expect(approved.approval?.ticked).toEqual(['no_offer']);
  });

  test('of a bought list is stored, shown, and never submitted', async () => {
    const bench = await aBench();
    const draft = await say(bench, await drafted(bench), { agreedHow: 'bought' });
    await expect(submit(bench, draft)).rejects.toMatchObject({ code: 'bought_list' });
    expect((await bench.campaigns.get(draft.id)).status).toBe('draft');
    await say(bench, draft, { agreedHow: 'paper' });
    expect((await submit(bench, draft)).status).toBe('pending_approval');
  });

  test('stays through an edit of the text, and through another look at the same list', async () => {
    const bench = await aBench();
    const draft = await say(bench, await drafted(bench));
    expect((await give(bench, draft, null)).consent).toEqual(draft.consent);
    expect((await give(bench, draft, list)).consent).toEqual(draft.consent);
  });

  test('is forgotten with the people of whom it was said', async () => {
    const bench = await aBench();
    const draft = await say(bench, await drafted(bench), { messageClass: 'informational' });
    const edited = await give(bench, draft, '+12015550177');
    expect(edited.consent).toEqual({ class: 'informational' });
  });

  test('goes with the people into a copy and a follow-up, which say so, and never to another list', async () => {
    const bench = await aBench();
    const draft = await say(bench, await drafted(bench), { messageClass: 'informational' });
    const content = await bench.campaigns.read(aFormInput({ name: 'Again' }), author);
    const source = { campaignId: draft.id, result: { kind: 'all' as const } };
    const { campaign: copy } = await bench.campaigns.draft({ content, source, by: author, origin: 'copy' });
    expect(copy.consent).toEqual({ ...draft.consent, class: 'marketing', takenFrom: 'Autumn reunion' });
    const other = await bench.campaigns.draft({ content, source: '+12015550177', by: author, origin: 'other' });
    expect(other.campaign.consent).toBeUndefined();
    expect((await say(bench, copy)).consent).not.toHaveProperty('takenFrom');
  });
});

describe('the preview', () => {
  const dated = 'phone,consent_date\n+12015550101,2023-03-09\n+12015550102,2026-11-01\n+12015550103,03/04/2024\n';

  test('says what of the list’s own dates is old, and what cannot be read; a copy counts them anew', async () => {
    const bench = await aBench();
    const draft = await drafted(bench, dated);
    expect(draft.list.agreed).toMatchObject({ column: 'consent_date', unread: 1, oldest: '2023-03-09' });
    const { consent } = await bench.campaigns.preview(draft.id);
    expect(consent).toMatchObject({
      old: [{ people: 1, months: 18, oldest: '2023-03-09' }],
      undated: { people: 1, column: 'consent_date' },
    });
    const content = await bench.campaigns.read(aFormInput({ name: 'Again' }), author);
    const source = { campaignId: draft.id, result: { kind: 'all' as const } };
    const { campaign: copy } = await bench.campaigns.draft({ content, source, by: author, origin: 'copy' });
    expect(copy.list.agreed).toEqual(draft.list.agreed);
  });

  test('says which country asks for more, by the rules in force', async () => {
    const rules = [aConsentRule(), { ...aConsentRule('express_written', 'CA'), until: '2020-01-01' }];
    const bench = await aBench({ book: { ...openRules().book, rules } });
    const { campaigns } = bench;
    const draft = await drafted(bench, '+12015550101\n+14165550101');
    const weak = async () => (await campaigns.preview(draft.id)).consent.weak.map(({ country }) => country);
    expect(await weak()).toEqual([]);
    await say(bench, draft, { agreedHow: 'own_customers' });
    expect(await weak()).toEqual(['US']);
    await say(bench, draft);
    expect(await weak()).toEqual([]);
  });
});
