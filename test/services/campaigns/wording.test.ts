import { describe, expect, test } from 'vitest';
import { seenOf } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { type CampaignId, SenderId } from '../../../src/domain/ids.ts';
import { noOperatorRules } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import type { ServiceSettings } from '../../../src/services/deps.ts';
import { admin, aFormInput, approver, author, consentTexts, sender } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

const book = rulesInForce(knownRules, { hours: {}, caps: { kind: 'caps', caps: [] } }, noOperatorRules);
const list = 'phone,ending\n+12015550101,Reply STOP\n+12015550102,\n';
const named = SenderId.parse('ACME');

const benchWith = (settings: Partial<ServiceSettings> = {}) =>
  aBench({
    book,
    settings: {
      businessNames: ['Acme'],
      senders: new Map([
        [sender, 100],
        [named, 100],
      ]),
      ...settings,
    },
  });

async function drafted({ campaigns }: Bench, message: string, { source = list, from = sender as string } = {}) {
  const content = await campaigns.read(aFormInput({ message, hours: 'any time', sender: from }), author);
  return (await campaigns.draft({ content, source, by: author, origin: `${message} ${source}` })).campaign;
}

async function submit({ campaigns }: Bench, { id }: { id: CampaignId }): Promise<Campaign> {
  const { contentHash } = await campaigns.preview(id);
  return campaigns.submit(id, { by: author, contentHash });
}

async function approve({ campaigns }: Bench, { id }: Campaign, by = approver): Promise<Campaign> {
  const { contentHash } = await campaigns.preview(id);
  return campaigns.approve(id, { by, contentHash, ticked: ['nobody_said'] });
}

describe('a text that lacks what its places want', () => {
  test('cannot be submitted, is told so before, and takes it with one press each', async () => {
    const bench = await benchWith();
    const { campaigns } = bench;
    const draft = await drafted(bench, 'Come on Friday.');
    const { textProblems, warnings } = await campaigns.preview(draft.id);
    expect(textProblems.map(({ code }) => code)).toEqual(['no_way_out', 'no_sender_name']);
    expect(warnings).toEqual([]);
    await expect(submit(bench, draft)).rejects.toMatchObject({
      code: 'no_way_out',
      message: expect.stringMatching(
        /The US wants a way out .* One press in the preview adds it\. .* not legal advice/,
      ),
    });
    const safe = await campaigns.addToText(draft.id, { by: author, seen: seenOf(draft), what: 'way_out' });
    expect(safe.template).toBe('Come on Friday. Reply STOP to opt out');
    await expect(submit(bench, safe)).rejects.toMatchObject({ code: 'no_sender_name' });
    const whole = await campaigns.addToText(draft.id, { by: author, seen: seenOf(safe), what: 'name' });
    expect(whole.template).toBe('Acme: Come on Friday. Reply STOP to opt out');
    expect((await campaigns.preview(draft.id)).textProblems).toEqual([]);
    const again = await campaigns.addToText(draft.id, { by: author, seen: seenOf(whole), what: 'name' });
    expect(again.template).toBe(whole.template);
    expect(await approve(bench, await submit(bench, again))).toMatchObject({ status: 'scheduled' });
  });

  test('for some people only, whose column is empty, is refused as well', async () => {
    const bench = await benchWith();
    const draft = await drafted(bench, 'Acme: come! {{ending|}}');
    expect((await bench.campaigns.preview(draft.id)).textProblems).toMatchObject([
      { code: 'no_way_out', sentence: expect.stringContaining('1 message has none.') },
    ]);
    await expect(submit(bench, draft)).rejects.toMatchObject({ code: 'no_way_out' });
  });

  test('is looked at again where rules or names changed since it was written', async () => {
    const bench = await aBench({ settings: { businessNames: [] }, book: { ...book, rules: [], overrides: [] } });
    const draft = await drafted(bench, 'Come!');
    expect((await bench.campaigns.preview(draft.id)).textProblems).toEqual([]);
    const { wording: _former, ...segments } = draft.segments;
    const later = await benchWith();
    const { id } = await later.store.campaigns.create({ ...draft, segments }, [
      { number: '+12015550101' as never, values: ['', ''] },
    ]);
    await expect(submit(later, { id })).rejects.toMatchObject({ code: 'no_way_out' });
  });

  test('is not approved either, as a rule may have come since', async () => {
    const bench = await benchWith();
    const { store } = bench;
    const waiting = await submit(bench, await drafted(bench, 'Acme: come! Reply STOP'));
    const { wording: _former, ...segments } = waiting.segments;
    const recipients = await store.recipients.page(waiting.id, { from: 0, limit: 2 });
    const former = await store.campaigns.create(
      { ...waiting, id: 'former22' as CampaignId, origin: 'former', template: 'Acme: come!', segments },
      recipients.map(({ number, values }) => ({ number, values })),
    );
    await expect(approve(bench, former)).rejects.toMatchObject({ code: 'no_way_out' });
    expect(await approve(bench, waiting)).toMatchObject({ status: 'scheduled' });
  });

  test('that is informational needs what holds of all texts, and answers to a person need nothing', async () => {
    const bench = await benchWith({ country: 'DE', businessNames: [] });
    const draft = await drafted(bench, 'Dein Paket ist da.', { source: 'phone\n+4915112345678\n' });
    await expect(submit(bench, draft)).rejects.toMatchObject({ code: 'no_way_out' });
    const said = await bench.campaigns.sayHowTheyAgreed(draft.id, {
      by: author,
      seen: seenOf(draft),
      typed: consentTexts({ messageClass: 'informational' }),
    });
    expect(await submit(bench, said)).toMatchObject({ status: 'pending_approval' });
  });
});

describe('a name as the sender', () => {
  test('is refused where no names are taken', async () => {
    const bench = await benchWith();
    const draft = await drafted(bench, 'Come! Opt out: acme.com/o', { from: named });
    await expect(submit(bench, draft)).rejects.toMatchObject({ code: 'no_names_there' });
  });

  test('needs another way out than an answer', async () => {
    const bench = await benchWith({ country: 'GB' });
    const source = 'phone\n+447400123456\n';
    const draft = await drafted(bench, 'Come! Reply STOP', { from: named, source });
    await expect(submit(bench, draft)).rejects.toMatchObject({ code: 'not_answerable' });
  });

  test('of which nobody knows whether it is taken there needs an admin', async () => {
    const bench = await benchWith({ country: 'PL' });
    const source = 'phone\n+48512345678\n';
    const waiting = await submit(bench, await drafted(bench, 'Opt out: acme.pl/o', { from: named, source }));
    await expect(approve(bench, waiting)).rejects.toMatchObject({
      code: 'needs_admin',
      message: expect.stringContaining('whether Poland takes a name'),
    });
    expect(await approve(bench, waiting, admin)).toMatchObject({ status: 'scheduled' });
  });
});

test('campaigns go to the countries that are set without an admin, and to no others', async () => {
  const message = 'Acme: come! Reply STOP';
  const toCanada = { source: 'phone\n+14165550101\n' };
  const usual = await benchWith();
  const abroad = await submit(usual, await drafted(usual, message, toCanada));
  await expect(approve(usual, abroad)).rejects.toMatchObject({ code: 'needs_admin' });
  const both = await benchWith({ countries: ['US', 'CA'] });
  expect(await approve(both, await submit(both, await drafted(both, message, toCanada)))).toMatchObject({
    status: 'scheduled',
  });
  const onlyThere = await benchWith({ countries: ['CA'] });
  const home = await submit(onlyThere, await drafted(onlyThere, message));
  await expect(approve(onlyThere, home)).rejects.toMatchObject({ code: 'needs_admin' });
});
