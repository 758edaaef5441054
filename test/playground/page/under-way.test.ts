import { expect, test } from 'vitest';
import { underWay } from '../../../playground/page/under-way.ts';

const post = (ts: string, name: string, button: string) => ({
  ts,
  buttons: [button, 'Cancel'],
  blocks: [{ type: 'header', block_id: ts, text: { type: 'plain_text', text: name } }],
  thread: [],
});
const posts = [post('1.1', 'Fair', 'Pause'), post('1.2', 'Reunion', 'Resume'), post('1.3', 'Picnic', 'Pause')];

test.each([
  ['1.1', '1.1', []],
  ['1.2', '1.3', ['Reunion']],
  [null, '1.3', ['Reunion']],
])('with the thread %s open, %s is the one that runs and %j are paused', (thread, running, paused) => {
  const found = underWay(posts, thread);
  expect([found.running?.ts, found.paused]).toEqual([running, paused]);
});

test('takes no campaign that is paused for one that runs', () => {
  expect(underWay([post('1.2', 'Reunion', 'Resume')], null)).toEqual({ running: undefined, paused: ['Reunion'] });
});
