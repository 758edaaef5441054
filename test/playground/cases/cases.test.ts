import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { decideCase } from '../../../playground/cases/decide-case.ts';
import { printVerdict } from '../../../playground/cases/print-verdict.ts';
import { aFolder } from '../../support/temporary-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await aFolder();
});

async function decide(name: string, content: string | object, country = 'US') {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return decideCase(path, { country, message: 'Hi {{first_name|there}}! Reply STOP to opt out.' });
}

describe('what the program makes of a file of inputs', () => {
  test('a list: who is texted, who is not and why, what may be changed, and what the preview says', async () => {
    const verdict = await decide('people.csv', 'first_name,Phone,Mobile\nAda,2015550101,2015550121\nBob,2015550102,\n');
    expect(verdict).toMatchObject({
      kind: 'list',
      refused: null,
      texted: [{ line: 2, number: '+12015550121', values: { first_name: 'Ada', phone: '2015550101' } }],
      notTexted: [{ line: 3, reason: 'there is no number under “Mobile”' }],
      asks: [{ label: 'Numbers come from', chosen: 'Mobile' }],
      preview: expect.arrayContaining(['• Numbers come from Mobile.']),
    });
    expect(printVerdict('people.csv', verdict)).toContain(
      'not texted: line 3, “Bob”: there is no number under “Mobile”',
    );
  });

  test('a list under the rules of a moment: who would get it now, who waits, and who never does', async () => {
    const path = join(folder, 'places.csv');
    await writeFile(path, 'phone\n+13055550150\n+18765550150\n+33612345678\n');
    const at = new Date('2026-11-29T18:00:00Z');
    const verdict = await decideCase(path, { country: 'US', message: 'Hi! Reply STOP to opt out.', at });
    expect(verdict).toMatchObject({
      texted: [
        { number: '+13055550150', rules: expect.stringContaining('now, in Florida, until 20:00 on 29 Nov') },
        { number: '+33612345678', rules: expect.stringContaining('waits, in France, until 08:30 on 30 Nov') },
      ],
      notTexted: [{ value: '+18765550150', reason: 'never in Jamaica (no_rule), by JM/none' }],
    });
  });

  test('a list that is asked about texts nobody; one that cannot be read says why', async () => {
    const asked = await decide('a.csv', 'Phone,Telephone\n2015550101,2015550102\n');
    expect(asked).toMatchObject({ texted: [], asks: [{ label: 'Numbers come from', chosen: null }] });
    const refused = await decide('b.csv', 'name,city\nAda,Bonn\n');
    expect(refused).toMatchObject({ refused: expect.stringContaining('No column of phone numbers was found') });
  });

  test('pasted text and a country', async () => {
    expect(await decide('pasted.txt', 'Ada 015254599371', 'DE')).toMatchObject({
      texted: [{ number: '+4915254599371', values: { name: 'Ada' } }],
    });
  });

  test('texts from phones, after a campaign’s own text', async () => {
    const texts = [
      { text: 'Liked “Come on Friday! Reply STOP to opt out.”', right: 'nothing' },
      { text: 'STOP', right: 'an opt-out' },
      { text: 'Who is this?' },
    ];
    const verdict = await decide('texts.json', { 'campaign text': 'Come on Friday! Reply STOP to opt out.', texts });
    expect(verdict).toMatchObject({
      kind: 'texts',
      texts: [
        { decision: 'a quotation', isBlocked: false, isWaiting: false },
        { decision: 'opt-out', isBlocked: true, isWaiting: false },
        { decision: 'waits for an answer', isBlocked: false, isWaiting: true },
      ],
    });
  });

  test('a sequence of texts and lists on one store', async () => {
    const sequence = [
      { inbound: { from: '5491123456789', text: 'STOP' } },
      { list: ['+54 9 11 2345 6789', '+1 201 555 0101'] },
    ];
    const verdict = await decide('sequence.json', { country: 'US', sequence, right: 'only one is texted' });
    expect(verdict).toMatchObject({
      kind: 'sequence',
      steps: [{ decision: 'opt-out' }, { messaged: ['+12015550101'] }],
    });
  });

  test('slash commands and messages, told apart by the file’s name', async () => {
    expect(await decide('commands.json', [{ text: 'new Q&amp;A night --every 5 minutes' }])).toMatchObject({
      kind: 'commands',
      texts: [{ decision: ['opens the form', 'name: “Q&A night”', 'every: “5 minutes”', 'every: 300 seconds'] }],
    });
    expect(await decide('messages.json', [{ text: 'Hi *|FNAME|*! Reply STOP.' }])).toMatchObject({
      kind: 'messages',
      texts: [{ decision: [expect.stringContaining('another tool')] }],
    });
  });

  test('anything else is named as not read', async () => {
    expect(await decide('notes.md', 'x')).toMatchObject({ kind: 'not read' });
    expect(await decide('broken.json', '{')).toMatchObject({ kind: 'not read' });
    expect(await decide('other.json', { what: 1 })).toMatchObject({ kind: 'not read' });
  });
});
