import { describe, expect, test } from 'vitest';
import { lintBlocks } from '../../../playground/slack/lint/lint.ts';
import { bareButton, bareInput, table } from './support/bare-blocks.ts';
import { actions } from './support/blocks.ts';
import { fine } from './support/fine-blocks.ts';
import { wrong } from './support/wrong-blocks.ts';

describe('blocks', () => {
  test.each(fine)('%s is fine in a %s', (_name, surface, block) => {
    expect(lintBlocks([block], surface)).toEqual([]);
  });

  test.each(wrong)('%s is told in a %s', (_name, surface, block, pointer, message) => {
    expect(lintBlocks([block], surface)).toContainEqual({ pointer, message, code: 'invalid' });
  });

  test.each(['x', null, 7, { type: 'section' }])('are a list, not %j', (blocks) => {
    expect(lintBlocks(blocks, 'message')).toEqual([
      { pointer: '/blocks', message: 'must be an array', code: 'invalid' },
    ]);
  });

  test('may be 50 in a message and 100 in a view', () => {
    const many = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }));
    expect(lintBlocks(many(50), 'message')).toEqual([]);
    expect(lintBlocks(many(51), 'message')[0]?.message).toBe('no more than 50 items allowed');
    expect(lintBlocks(many(100), 'home')).toEqual([]);
    expect(lintBlocks(many(101), 'home')[0]?.message).toBe('no more than 100 items allowed');
  });

  test('have block ids of their own, one focus and one table', () => {
    const twice = [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ];
    expect(lintBlocks(twice, 'message')).toMatchObject([{ pointer: '/blocks/1/block_id' }]);
    const focused = bareInput({ type: 'plain_text_input', focus_on_load: true });
    expect(lintBlocks([focused, focused], 'modal')).toMatchObject([
      { message: 'only one element may have focus_on_load' },
    ]);
    expect(lintBlocks([table, table], 'message')).toMatchObject([{ message: 'only_one_table_allowed' }]);
  });

  test('may use one action id in several blocks', () => {
    expect(
      lintBlocks([actions(bareButton({ action_id: 'a' })), actions(bareButton({ action_id: 'a' }))], 'message'),
    ).toEqual([]);
  });
});
