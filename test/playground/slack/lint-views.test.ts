import { describe, expect, test } from 'vitest';
import { lintMessage, lintView, printProblem } from '../../../playground/slack/lint/lint.ts';
import { input, plain, section } from './support/blocks.ts';

describe('views', () => {
  const modal = { type: 'modal', title: plain('Title'), blocks: [section('x')] };

  test.each<[string, object, string]>([
    ['a modal without a title', { type: 'modal', blocks: [] }, 'missing required field: title'],
    ['a view without blocks', { type: 'home' }, 'missing required field: blocks'],
    ['a title of 25 characters', { ...modal, title: plain('x'.repeat(25)) }, 'must be less than 25 characters'],
    [
      'inputs without submit',
      { ...modal, blocks: [input('Name', { type: 'plain_text_input' })] },
      'missing required field: submit',
    ],
    [
      '3001 characters of private_metadata',
      { ...modal, private_metadata: 'x'.repeat(3001) },
      'must be less than 3001 characters',
    ],
    [
      'a submit on a Home tab',
      { type: 'home', blocks: [], submit: plain('Go') },
      'invalid additional property: submit',
    ],
    ['a view echoed back with its id', { ...modal, id: 'V1' }, 'invalid additional property: id'],
    ['a view of no kind', { blocks: [] }, 'unsupported type: undefined'],
  ])('%s is told', (_name, view, message) => {
    expect(lintView(view).map((problem) => problem.message)).toContain(message);
  });

  test('are at most 250 KB', () => {
    const blocks = Array.from({ length: 100 }, () => section('x'.repeat(2900)));
    expect(lintView({ ...modal, blocks })).toMatchObject([{ code: 'view_too_large' }]);
  });

  test('point at what is wrong as the Web API prints it', () => {
    const [problem] = lintView({ ...modal, blocks: [{ type: 'header', text: plain('') }] });
    expect(problem && printProblem(problem)).toBe(
      '[ERROR] must be more than 0 characters [json-pointer:/view/blocks/0/text/text]',
    );
  });
});

describe('messages', () => {
  test('need text or blocks', () => {
    expect(lintMessage({})).toMatchObject([{ code: 'no_text' }]);
    expect(lintMessage({ text: ' ', blocks: [] })).toMatchObject([{ code: 'no_text' }]);
    expect(lintMessage({ blocks: [section('x')] })).toEqual([]);
  });

  test('hold about 13,200 characters of text in blocks', () => {
    const blocks = Array.from({ length: 5 }, () => section('x'.repeat(2700)));
    expect(lintMessage({ text: 'x', blocks })).toMatchObject([{ code: 'msg_blocks_too_long' }]);
    expect(lintMessage({ text: 'x', blocks: blocks.slice(0, 4) })).toEqual([]);
  });
});
