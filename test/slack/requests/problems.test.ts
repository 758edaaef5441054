import { describe, expect, test } from 'vitest';
import type { FormField } from '../../../src/domain/campaign-error.ts';
import { describeError } from '../../../src/slack/api/describe-error.ts';
import { fieldBlocks } from '../../../src/slack/ids.ts';
import { decidedNote } from '../../../src/slack/listeners/actions/unconfirmed.ts';
import { fieldErrors } from '../../../src/slack/requests/field-errors.ts';

const problem = (...fields: [FormField, string][]) => ({
  sentence: fields.map(([, sentence]) => sentence).join(' ') || 'That is not allowed now.',
  fields: new Map(fields),
});

describe('where a sentence stands in a form', () => {
  const form = [fieldBlocks.name, fieldBlocks.message];

  test.each<[string, Parameters<typeof fieldErrors>[0], Record<string, string>]>([
    ['under its own field', problem(['message', 'Too long.']), { [fieldBlocks.message]: 'Too long.' }],
    ['under the first one when it belongs to none', problem(), { [fieldBlocks.name]: 'That is not allowed now.' }],
    [
      'under the first one when this form lacks its field',
      problem(['reply', 'Empty.']),
      { [fieldBlocks.name]: 'Empty.' },
    ],
    [
      'beside another one that stands there',
      problem(['name', 'Missing.'], ['file', 'No list.']),
      { [fieldBlocks.name]: 'Missing. No list.' },
    ],
    [
      'as plain text, without marks of code',
      problem(['message', 'Type `/sms-campaign list`.'], ['file', 'See `list`.']),
      { [fieldBlocks.message]: 'Type “/sms-campaign list”.', [fieldBlocks.name]: 'See “list”.' },
    ],
  ])('%s', (_, given, expected) => {
    expect(fieldErrors(given, form)).toEqual(expected);
  });

  test('nowhere in a form without fields', () => {
    expect(fieldErrors(problem(), [])).toBeUndefined();
  });
});

test('a log names an error without the numbers in it', () => {
  const described = describeError(new TypeError('cannot text +12015550123'));
  expect(described.error).toBe('TypeError: cannot text …0123');
  expect(described.stack).toContain('problems.test.ts');
  expect(describeError('12015550123')).toEqual({ error: '…0123' });
});

test('a decision stands in the place of its buttons, and of no others', () => {
  const row = (block_id: string) => ({ type: 'actions' as const, block_id, elements: [] });
  const note = decidedNote({ text: 'Two are unconfirmed', blocks: [row('a'), row('b')] }, 'a', ['Closed.']);
  expect(note.blocks.map(({ type }) => type)).toEqual(['rich_text', 'actions']);
  expect(JSON.stringify(note.blocks[0])).toContain('Closed.');
});
