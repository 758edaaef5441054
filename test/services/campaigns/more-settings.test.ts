import { describe, expect, test } from 'vitest';
import { type Answering, nothingForeseen } from '../../../src/domain/answering/answering.ts';
import { writeAnswering } from '../../../src/domain/answering/answering-texts.ts';
import { contentHash, seenOf } from '../../../src/domain/campaign/approval.ts';
import type { FormError } from '../../../src/domain/campaign-error.ts';
import type { CampaignId } from '../../../src/domain/ids.ts';
import type { SettingsTexts } from '../../../src/services/campaigns/more-settings.ts';
import { aFormInput, agent, approver, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';

const list = 'phone,first_name,city\n+12015550101,Ana,Berlin\n+12015550102,Bartholomew,\n';
const yes = { label: 'Yes', words: ['coming'], thankYou: 'See you, {{first_name}}!' };
const foreseen: Answering = {
  expected: [yes, { label: 'No', words: [], thankYou: null }],
  canned: [{ label: 'Where', text: 'In {{city|town}}' }],
  outcomes: ['Call back'],
  showColumns: ['city'],
  answerWithinSeconds: 7_200,
};

/** Keeps what is typed with a new form, and gives its key. */
async function kept({ campaigns }: Bench, typed: Partial<SettingsTexts>, campaignId: CampaignId | null = null) {
  const { key } = await campaigns.moreSettingsOf({ key: null, campaignId }, author);
  await campaigns.keepMoreSettings(
    { key, campaignId },
    { typed: { ...writeAnswering(nothingForeseen), leaveOut: '', ...typed }, by: author },
  );
  return key;
}

async function drafted(bench: Bench, typed: Partial<SettingsTexts>, source = list) {
  const content = await bench.campaigns.read(aFormInput({ hours: 'any time' }), author, await kept(bench, typed));
  return (await bench.campaigns.draft({ content, source, by: author, origin: 'form' })).campaign;
}

async function edit(bench: Bench, id: CampaignId, key: string | null, by = author) {
  const content = await bench.campaigns.read(aFormInput({ hours: 'any time' }), by, key);
  const seen = seenOf(await bench.campaigns.get(id));
  return (await bench.campaigns.edit(id, { content, source: null, by, seen })).campaign;
}

describe('what is entered behind More settings', () => {
  test('is kept by its author alone, whoever knows the form’s key', async () => {
    const bench = await aBench();
    const key = await kept(bench, { outcomes: 'Call back' });
    const others = { typed: { ...writeAnswering(nothingForeseen), leaveOut: '' }, by: agent };
    const refusal = await refusalOf(bench, () => bench.campaigns.keepMoreSettings({ key, campaignId: null }, others));
    expect(refusal?.code).toBe('not_yours');
    const { settings } = await bench.campaigns.moreSettingsOf({ key, campaignId: null }, author);
    expect(settings.answering.outcomes).toEqual(['Call back']);
  });

  test('is kept with the form until the form becomes a draft', async () => {
    const bench = await aBench();
    const key = await kept(bench, writeAnswering(foreseen));
    expect(await bench.campaigns.moreSettingsOf({ key, campaignId: null }, author)).toEqual({
      key,
      settings: { answering: foreseen, leaveOut: [], canary: null, notAfter: null },
      isGone: false,
    });
    const content = await bench.campaigns.read(aFormInput({ hours: 'any time' }), author, key);
    const { campaign } = await bench.campaigns.draft({ content, source: list, by: author, origin: 'form' });
    expect(campaign.answering).toEqual(foreseen);
  });

  test('keeps on whom it is tried first, with the content that is approved, until that is emptied', async () => {
    const bench = await aBench();
    const campaign = await drafted(bench, { canaryFirst: '100', canaryThen: 'alone' });
    expect(campaign.canary).toEqual({ first: 100, goOn: 'alone' });
    const { canary: _, ...without } = campaign;
    expect(contentHash(campaign)).not.toBe(contentHash(without));
    const key = await kept(bench, { canaryFirst: '' }, campaign.id);
    expect((await edit(bench, campaign.id, key)).canary).toBeUndefined();
  });

  test('refuses what is no number of people under its own field', async () => {
    const bench = await aBench();
    const refusal = await refusalOf(bench, () => kept(bench, { canaryFirst: '0' }));
    expect([...((refusal as FormError).problems ?? [])].map(([field]) => field)).toEqual(['canaryFirst']);
  });

  test('is nothing on a new campaign whose author never looked there', async () => {
    const bench = await aBench();
    const content = await bench.campaigns.read(aFormInput(), author);
    const { campaign } = await bench.campaigns.draft({ content, source: list, by: author, origin: 'form' });
    expect(campaign).not.toHaveProperty('answering');
    expect((await bench.campaigns.preview(campaign.id)).foreseen).toBeNull();
  });

  test('stays on an edited campaign unless it is entered anew, and the form starts from it', async () => {
    const bench = await aBench();
    const { id } = await drafted(bench, writeAnswering(foreseen));
    expect((await edit(bench, id, null)).answering).toEqual(foreseen);
    expect(await bench.campaigns.moreSettingsOf({ key: null, campaignId: id }, author)).toMatchObject({
      settings: { answering: foreseen },
    });
    expect((await edit(bench, id, await kept(bench, {}, id))).answering).toEqual(nothingForeseen);
  });

  test('voids an approval that was asked for when it changes', async () => {
    const bench = await aBench();
    const { id } = await drafted(bench, {});
    const { contentHash: before } = await bench.campaigns.preview(id);
    await bench.campaigns.submit(id, { by: author, contentHash: before });
    const edited = await edit(bench, id, await kept(bench, { outcomes: 'Call back' }, id));
    expect(edited).toMatchObject({ status: 'draft', submittedAt: null });
    expect(contentHash(edited)).not.toBe(before);
    await expect(
      bench.campaigns.approve(id, { by: approver, contentHash: before, ticked: ['nobody_said'] }),
    ).rejects.toMatchObject({
      code: 'not_pending',
    });
  });

  test('survives plain characters in the message', async () => {
    const bench = await aBench();
    const draft = await drafted(bench, writeAnswering(foreseen));
    const plain = await bench.campaigns.usePlainCharacters(draft.id, { by: author, seen: seenOf(draft) });
    expect(plain.answering).toEqual(foreseen);
  });

  test('is for nobody but whoever entered it, and is said to be gone after a week', async () => {
    const bench = await aBench();
    const key = await kept(bench, { outcomes: 'Call back' });
    await expect(bench.campaigns.read(aFormInput(), agent, key)).rejects.toMatchObject({ code: 'form_gone' });
    bench.clock.set(8 * 86_400_000);
    await kept(bench, {});
    await expect(bench.campaigns.read(aFormInput(), author, key)).rejects.toMatchObject({
      code: 'form_gone',
      field: 'expected',
    });
    expect(await bench.campaigns.moreSettingsOf({ key, campaignId: null }, author)).toMatchObject({
      settings: { answering: nothingForeseen },
      isGone: true,
    });
  });
});

describe('against the list', () => {
  const on = (where: string) => expect.stringContaining(`${where} (More settings): `);

  test.each([
    [{ canned: 'A: a\nB: {{town}}' }, 'unknown_placeholder', 'canned', 'Canned answers, line 2'],
    [{ expected: 'Yes => In {{city}}' }, 'missing_value', 'expected', 'Expected answers, line 1'],
    [{ expected: 'Yes => {{phone}}' }, 'number_placeholder', 'expected', 'Expected answers, line 1'],
    [{ showColumns: 'city, Town' }, 'unknown_column', 'showColumns', 'Show on replies'],
    [{ showColumns: 'phone' }, 'unknown_column', 'showColumns', 'Show on replies'],
  ] as const)('%o is refused, and the field and line are named', async (typed, code, field, where) => {
    const bench = await aBench();
    await expect(drafted(bench, typed)).rejects.toMatchObject({ code, field, message: on(where) });
    const { id } = await drafted(bench, {});
    const key = await kept(bench, typed, id);
    await expect(edit(bench, id, key)).rejects.toMatchObject({ code, field, message: on(where) });
  });

  test('a new list has to fit what the campaign has already', async () => {
    const bench = await aBench();
    const { id } = await drafted(bench, { showColumns: 'city' });
    const content = await bench.campaigns.read(aFormInput({ hours: 'any time' }), author);
    const edited = { content, source: '+12015550103', by: author, seen: seenOf(await bench.campaigns.get(id)) };
    await expect(bench.campaigns.edit(id, edited)).rejects.toMatchObject({
      code: 'unknown_column',
      message:
        'Show on replies (More settings): the list has no column city. The list has numbers only. Change it there.',
    });
  });

  test('a thank-you that would be too long for somebody is refused', async () => {
    const bench = await aBench();
    const source = `phone,story\n+12015550101,${'long '.repeat(80)}\n`;
    await expect(drafted(bench, { expected: `Yes =>${' {{story}}'.repeat(5)}` }, source)).rejects.toMatchObject({
      code: 'long_thank_you',
      field: 'expected',
    });
  });

  test('a canned answer that would be too long for somebody is refused by its line, and only then', async () => {
    const bench = await aBench();
    const canned = 'Short: Hi\nLong: {{story}} {{more}}';
    const listOf = (stories: string[]) =>
      `phone,story,more\n${stories.map((one, no) => `+1201555010${no},${one}`).join('\n')}\n`;
    const long = 'long '.repeat(200);
    await expect(drafted(bench, { canned }, listOf([`${long},${long}`, 'a,b']))).rejects.toMatchObject({
      code: 'long_canned',
      field: 'canned',
      message: expect.stringContaining('Canned answers, line 2 (More settings): filled in, it has more than 1530'),
    });
    // The longest values of each column are of two people.
    await drafted(bench, { canned }, listOf([`${long},a`, `b,${long}`]));
  });

  test('texts are previewed as the first person reads them, with what thank-yous may cost', async () => {
    const bench = await aBench();
    const long = `${'x'.repeat(145)} {{first_name}}`;
    const { id } = await drafted(bench, { ...writeAnswering(foreseen), expected: `Yes => ${long}\nNo => Sorry` });
    const { foreseen: shown, campaign } = await bench.campaigns.preview(id);
    expect(shown?.canned).toEqual([{ label: 'Where', text: 'In Berlin' }]);
    expect(shown?.expected.map(({ thankYou }) => thankYou)).toEqual([`${'x'.repeat(145)} Ana`, 'Sorry']);
    expect(campaign.segments.thankYous).toEqual({ total: 2, most: 1 });
  });

  test('what is odd in them is warned of, but they need not say how to opt out', async () => {
    const bench = await aBench();
    const { id } = await drafted(bench, { canned: 'Where: In {city}', expected: 'Yes => Bye {{nick|you}}' });
    const { warnings } = await bench.campaigns.preview(id);
    expect(warnings).toEqual([
      'The thank-you of “Yes”: The list has no column nick, so everybody reads “you”. The list has {{first_name}}, {{city}}.',
      'The canned answer “Where”: “{city}” is sent as it stands. Write {{city}} to have it filled in.',
    ]);
  });
});
