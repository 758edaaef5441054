import { expect, test } from 'vitest';
import { strangeSettings } from '../src/strange-settings.ts';

const known = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'APPROVERS', 'ADMINS', 'HOST', 'PORT', 'DEBUG', 'TIME_ZONE'];
const find = (environment: Record<string, string>) => strangeSettings(environment, known);

test.each([
  ['SLACK_BOTTOKEN', 'SLACK_BOT_TOKEN'],
  ['SLACK_BOT_TOKE', 'SLACK_BOT_TOKEN'],
  ['SLACKBOTTOKEN', 'SLACK_BOT_TOKEN'],
  ['slack_bot_token', 'SLACK_BOT_TOKEN'],
  ['SLACK-APP-TOKEN', 'SLACK_APP_TOKEN'],
  ['APROVERS', 'APPROVERS'],
  ['APPROVER', 'APPROVERS'],
  ['ADMIN', undefined],
])('a setting %s was probably meant as %s', (name, likely) => {
  expect(find({ [name]: 'x' }).map((one) => [one.likely, one.isSure])).toEqual(likely ? [[likely, true]] : []);
});

test.each([
  'HOME',
  'HOSTNAME',
  'POST',
  'LOGNAME',
  'USER',
  'PATH',
  'SHELL',
  'PWD',
  'NODE_ENV',
  'SLACK_CLI_XOXB',
  'ADMIRE',
])('a setting %s is somebody else’s', (name) => {
  expect(find({ [name]: 'x' })).toEqual([]);
});

test('what begins as ours does is named, though nobody can say what was meant', () => {
  expect(find({ SLACK_COLOUR: 'x' })).toEqual([{ name: 'SLACK_COLOUR', likely: undefined, isSure: false }]);
});

test('what another program may well be given, or what is set rightly beside it, is no reason not to start', () => {
  expect(find({ TIMEZONE: 'UTC' })).toEqual([{ name: 'TIMEZONE', likely: 'TIME_ZONE', isSure: false }]);
  const twice = find({ SLACK_BOTTOKEN: 'x', SLACK_BOT_TOKEN: 'y' });
  expect(twice).toEqual([{ name: 'SLACK_BOTTOKEN', likely: 'SLACK_BOT_TOKEN', isSure: false }]);
});

test('an empty one is not set', () => {
  expect(find({ SLACK_BOTTOKEN: ' ' })).toEqual([]);
});
