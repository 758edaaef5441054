import { afterAll, describe, expect, test } from 'vitest';
import { slowHeads } from '../support/hostile/slow-requests.ts';
import { startTarget } from '../support/hostile/target.ts';
import { largeAndSlowRequests } from './large-and-slow.ts';
import { slackRequests } from './slack-requests.ts';
import { vonageRequests } from './vonage-requests.ts';

// One program for all of it: it has to bear everything without being started again.
const target = await startTarget('http');
// Cutting them takes ten seconds in which nothing else happens.
const slow = slowHeads(target.url);
afterAll(() => target.close());

describe('requests to Slack’s address', () => slackRequests(target));
describe('requests to Vonage’s addresses', () => vonageRequests(target));
describe('large and slow requests', () => largeAndSlowRequests(target, slow));

test('after all of this the program lives, and is ready for more', async () => {
  expect((await target.posts.post(`${target.url}/readyz`, { method: 'GET', body: '' })).status).toBe(200);
  expect(target.program.logged.join('')).not.toContain('Trickle ends');
});
