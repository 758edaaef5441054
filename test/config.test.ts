import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError, type Environment, oddSettings, readConfig } from '../src/config.ts';

const enough = {
  SLACK_BOT_TOKEN: 'xoxb-1-2-abc',
  SLACK_APP_TOKEN: 'xapp-1-abc',
  VONAGE_API_KEY: 'abcd1234',
  VONAGE_API_SECRET: 'a-secret-of-ours',
  VONAGE_SIGNATURE_SECRET: 'the-old-one,the-new-one',
  SMS_SENDERS: '12015550123:1/s, ACME:10/s',
};

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

function toldOf(environment: Environment): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    return String(error);
  }
}

function aFile(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'trickle-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'secret');
  writeFileSync(path, content);
  return path;
}

describe('settings', () => {
  test('the few that are needed are enough, the others have sensible values', () => {
    const config = readConfig(enough);
    expect([...config.SMS_SENDERS]).toEqual([
      ['12015550123', 1],
      ['ACME', 10],
    ]);
    expect(config.VONAGE_SIGNATURE_SECRET).toEqual(['the-old-one', 'the-new-one']);
    expect(config).toMatchObject({
      ACCOUNT_RATE: 30,
      HOST: '127.0.0.1',
      PORT: 3000,
      DEFAULT_COUNTRY: 'US',
      APPROVERS: [],
    });
    expect(config.STORE_URL).toEqual({ kind: 'folder', folder: './data' });
  });

  test('countries and names stand between commas', () => {
    const config = readConfig({ ...enough, COUNTRIES: 'US, CA', BUSINESS_NAME: 'Acme, Acme Books' });
    expect(config).toMatchObject({ COUNTRIES: ['US', 'CA'], BUSINESS_NAME: ['Acme', 'Acme Books'] });
    expect(readConfig(enough)).toMatchObject({ COUNTRIES: [], BUSINESS_NAME: [] });
    for (const wrong of [{ COUNTRIES: 'UK' }, { COUNTRIES: 'us' }, { BUSINESS_NAME: '{{name}}' }]) {
      expect(problemsOf({ ...enough, ...wrong })).toEqual([expect.stringMatching(/^(COUNTRIES|BUSINESS_NAME): /)]);
    }
  });

  test('every wrong one is named at once, with its fix', () => {
    const problems = problemsOf({
      SLACK_BOT_TOKEN: 'xoxp-not-a-bot',
      SMS_SENDERS: '12015550123:fast',
      PORT: '99999',
      TIME_ZONE: 'Mars/Olympus',
      APPROVERS: 'ben',
      VONAGE_APPLICATION_ID: 'an-id',
    });
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'VONAGE_API_KEY',
      'VONAGE_API_SECRET',
      'VONAGE_SIGNATURE_SECRET',
      'SMS_SENDERS',
      'PORT',
      'TIME_ZONE',
      'APPROVERS',
    ]) {
      expect(problems.filter((problem) => problem.startsWith(`${name}:`))).toHaveLength(1);
    }
    expect(problems.every((problem) => problem.endsWith('.'))).toBe(true);
  });

  test.each([
    ['an application without its key', { VONAGE_APPLICATION_ID: 'an-id' }, /^VONAGE_PRIVATE_KEY: it is missing/],
    [
      'a key with escaped line breaks',
      { VONAGE_APPLICATION_ID: 'an-id', VONAGE_PRIVATE_KEY: '-----BEGIN\\nX' },
      /real line breaks/,
    ],
    ['a placeholder', { VONAGE_API_SECRET: 'changeme' }, /^VONAGE_API_SECRET: this is a placeholder/],
    ['a debug switch that prints secrets', { DEBUG: 'vonage:*' }, /^DEBUG: it would print keys/],
    ['a store that is not built yet', { STORE_URL: 'postgres://u:canary@h/db' }, /^STORE_URL: only a folder/],
    ['a secret given twice', { VONAGE_API_SECRET_FILE: '/nowhere' }, /^VONAGE_API_SECRET: it is set twice/],
  ])('%s is refused', (_what, wrong, sentence) => {
    const problems = problemsOf({ ...enough, ...wrong });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });

  test.each(['STOP', 'You get no more texts from us.', 'Help', 'START'])(
    'a text of ours that a phone could send back to have it again is refused: %s',
    (text) => {
      const refused = ['HELP_TEXT', 'OPT_OUT_CONFIRMATION'].flatMap((name) => problemsOf({ ...enough, [name]: text }));
      expect(refused.map((problem) => problem.split(':')[0])).toEqual(['HELP_TEXT', 'OPT_OUT_CONFIRMATION']);
      const advised = /“(.+)”/.exec(refused[0] ?? '')?.[1];
      expect(problemsOf({ ...enough, OPT_OUT_CONFIRMATION: advised })).toEqual([]);
    },
  );

  test.each([
    ['SLACK_BOTTOKEN', 'SLACK_BOT_TOKEN'],
    ['APROVERS', 'APPROVERS'],
    ['VONAGE_SIGNING_SECRET_FILE', undefined],
  ])('%s, which is nearly a setting, is named with the one that was probably meant', (wrong, right) => {
    const sentence = `${wrong}: there is no such setting. Did you mean ${right}?`;
    const problems = problemsOf({ ...enough, ...(right && { [right]: '' }), [wrong]: 'U123' });
    expect(problems.some((problem) => problem.startsWith(sentence))).toBe(right !== undefined);
  });

  test('a value that an .env file takes for a comment is named', () => {
    const file = '# INBOX_CHANNEL=#no\nINBOX_CHANNEL=#sms\nADMINS= # nobody yet\nHELP_TEXT="#1"\n';
    const parsed = { INBOX_CHANNEL: '', ADMINS: '', HELP_TEXT: '#1' };
    expect(() => readConfig({ ...enough, ...parsed }, file)).toThrow(/INBOX_CHANNEL: what follows a # in .env/);
    expect(() => readConfig({ ...enough, ...parsed, INBOX_CHANNEL: 'C123' }, file)).not.toThrow();
    expect(problemsOf({ ...enough, INBOX_CHANNEL: '#sms' })[0]).toMatch(/^INBOX_CHANNEL: it is a channel id/);
  });

  test('what is short for a value of Vonage, or looks like a setting of ours, is odd but not wrong', () => {
    const odd = (more: Environment) => {
      const environment = { ...enough, VONAGE_SIGNATURE_SECRET: 'long-enough-as-they-are', ...more };
      return oddSettings(environment).map((sentence) => sentence.split(':')[0]);
    };
    expect(odd({})).toEqual([]);
    expect(odd({ VONAGE_API_KEY: 'abc', VONAGE_API_SECRET: 'x', VONAGE_SIGNATURE_SECRET: 'y' })).toEqual([
      'VONAGE_API_KEY',
      'VONAGE_API_SECRET',
      'VONAGE_SIGNATURE_SECRET',
    ]);
    expect(odd({ SLACK_COLOUR: 'blue', TIMEZONE: 'UTC' })).toEqual(['SLACK_COLOUR', 'TIMEZONE']);
  });

  test('what is only odd is named with what is wrong, each once, and not as a reason of its own', () => {
    const odd = {
      ...enough,
      SLACK_BOT_TOKEN: 'xoxp-not-a-bot',
      SLACK_BOTTOKEN: 'xoxb-canary',
      VONAGE_API_KEY: 'canary1',
      VONAGE_API_SECRET: '...',
      TIMEZONE: 'UTC',
    };
    const told = toldOf({ ...odd, VONAGE_SIGNATURE_SECRET: 'canary2' });
    const names = [...told.matchAll(/^ {2}- (\w+):/gm)].map(([, name]) => name);
    expect(names).toEqual([
      'SLACK_BOT_TOKEN',
      'VONAGE_API_SECRET',
      'VONAGE_API_KEY',
      'VONAGE_SIGNATURE_SECRET',
      'SLACK_BOTTOKEN',
      'TIMEZONE',
    ]);
    expect(told).toMatch(/These look odd:\n {2}- VONAGE_API_KEY/);
    expect(told).not.toContain('canary');
    expect(toldOf({ ...enough, PORT: '99999', VONAGE_SIGNATURE_SECRET: 'long-enough-as-they-are' })).not.toContain(
      'odd',
    );
  });

  test('a short token for the figures is refused', () => {
    expect(problemsOf({ ...enough, METRICS_TOKEN: 'short' })[0]).toMatch(/^METRICS_TOKEN: .*16 characters/);
    expect(readConfig({ ...enough, METRICS_PORT: '9000' }).METRICS_PORT).toBe(9000);
  });

  test('a value is never printed, whatever is wrong with it', () => {
    const canary = 'canary-4711';
    const everything = Object.fromEntries(Object.keys(enough).map((name) => [name, canary]));
    expect(problemsOf({ ...everything, SMS_SENDERS: enough.SMS_SENDERS, STORE_URL: canary }).join()).not.toContain(
      canary,
    );
  });

  test('a secret may stand in a file', () => {
    const { VONAGE_API_SECRET, ...rest } = enough;
    expect(readConfig({ ...rest, VONAGE_API_SECRET_FILE: aFile(`${VONAGE_API_SECRET}\n`) }).VONAGE_API_SECRET).toBe(
      VONAGE_API_SECRET,
    );
    expect(problemsOf({ ...rest, VONAGE_API_SECRET_FILE: '/nowhere' }).join()).toContain(
      'VONAGE_API_SECRET_FILE: there is no such file',
    );
  });

  test('a private key is taken as text or as the path of its file', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const value of [pem, aFile(pem)]) {
      expect(
        readConfig({ ...enough, VONAGE_APPLICATION_ID: 'an-id', VONAGE_PRIVATE_KEY: value }).VONAGE_PRIVATE_KEY,
      ).toContain('BEGIN');
    }
  });
});
