import { expect, test } from 'vitest';
import { apiBase, isSlackAddress } from '../../../src/slack/api/slack-hosts.ts';

test.each([
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000/api/'],
  ['http://127.0.0.1:4000/', 'http://127.0.0.1:4000/api/'],
  ['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api/'],
  ['http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api/'],
  [' https://slack.com/api// ', 'https://slack.com/api/'],
  ['', undefined],
  [undefined, undefined],
])('reads the API base %s as %s', (written, base) => {
  expect(apiBase(written)).toBe(base);
});

test.each([
  ['https://slack.com/api/chat.postMessage', true],
  ['https://files.slack.com/files-pri/T1-F1/list.csv', true],
  ['https://slack-files.slack-edge.com/x', true],
  ['https://hooks.slack.com/commands/1', true],
  ['http://files.slack.com/files-pri/T1-F1/list.csv', false],
  ['https://files.slack.com:8443/x', false],
  ['https://files.slack.com.evil.example/x', false],
  ['https://evilslack.com/x', false],
  ['https://token@files.slack.com/x', false],
  ['http://169.254.169.254/latest/meta-data', false],
  ['http://127.0.0.1:4000/files/F1', true],
  ['http://127.0.0.1:4001/files/F1', false],
])('%s may get our token: %s', (address, may) => {
  expect(isSlackAddress(new URL(address), 'http://127.0.0.1:4000/api/')).toBe(may);
});
