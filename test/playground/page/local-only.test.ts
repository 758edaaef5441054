import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isFromPage } from '../../../playground/page/local-only.ts';

const here = { host: '127.0.0.1:4000' };
const json = { 'content-type': 'application/json', origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' };

describe('who may drive the playground', () => {
  test.each<[string, string, IncomingHttpHeaders, boolean]>([
    ['the page, by address', 'GET', here, true],
    ['the page, by name', 'GET', { host: 'localhost:4000' }, true],
    ['an act of the page', 'POST', { ...here, ...json }, true],
    ['a link on another site', 'GET', { ...here, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, true],
    ['a name that points here', 'GET', { host: 'evil.example:4000' }, false],
    ['another port', 'GET', { host: '127.0.0.1:4001' }, false],
    ['an act of another site', 'POST', { ...here, ...json, origin: 'https://evil.example' }, false],
    ['an act of another local server', 'POST', { ...here, ...json, origin: 'http://127.0.0.1:5000' }, false],
    ['an act without an origin', 'POST', { ...here, 'content-type': 'application/json' }, false],
    ['a form of another site', 'POST', { ...here, ...json, 'content-type': 'text/plain' }, false],
    ['a script of another site', 'GET', { ...here, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, false],
  ])('%s', (_who, method, headers, expected) => {
    expect(isFromPage(method, headers, 4000)).toBe(expected);
  });
});
