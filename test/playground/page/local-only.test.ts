import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isFromPage } from '../../../playground/page/local-only.ts';

const here = { host: '127.0.0.1:4000' };
const json = { 'content-type': 'application/json', origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'same-origin' };

describe('who may drive the playground', () => {
  test.each<[string, boolean, string, IncomingHttpHeaders]>([
    ['the page, by address', true, 'GET', here],
    ['the page, by name', true, 'GET', { host: 'localhost:4000' }],
    ['an act of the page', true, 'POST', { ...here, ...json }],
    ['a link on another site', true, 'GET', { ...here, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['a name that points here', false, 'GET', { host: 'evil.example:4000' }],
    ['another port', false, 'GET', { host: '127.0.0.1:4001' }],
    ['an act of another site', false, 'POST', { ...here, ...json, origin: 'https://evil.example' }],
    ['an act of another local server', false, 'POST', { ...here, ...json, origin: 'http://127.0.0.1:5000' }],
    ['an act without an origin', false, 'POST', { ...here, 'content-type': 'application/json' }],
    ['a form of another site', false, 'POST', { ...here, ...json, 'content-type': 'text/plain' }],
    ['a script of another site', false, 'GET', { ...here, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }],
  ])('is %s: %s', (_who, expected, method, headers) => {
    expect(isFromPage(method, headers, 4000)).toBe(expected);
  });
});
