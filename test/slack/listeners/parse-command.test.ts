import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CampaignError } from '../../../src/domain/campaign-error.ts';
import { type Command, parseCommand } from '../../../src/slack/listeners/commands/parse-command.ts';

const understood: [typed: string, command: Command][] = [
  ['', { kind: 'form', prefill: {} }],
  ['   ', { kind: 'form', prefill: {} }],
  ['new', { kind: 'form', prefill: {} }],
  ['new Reunion', { kind: 'form', prefill: { name: 'Reunion' } }],
  ['new Autumn reunion --batch 50', { kind: 'form', prefill: { name: 'Autumn reunion', batchSize: '50' } }],
  [
    'new "Autumn reunion" --batch 50 --every 5m --from 12015550123',
    { kind: 'form', prefill: { name: 'Autumn reunion', batchSize: '50', every: '5m', sender: '12015550123' } },
  ],
  ['NEW “Autumn reunion” —batch 50', { kind: 'form', prefill: { name: 'Autumn reunion', batchSize: '50' } }],
  ["new 'Autumn reunion' --every=90s", { kind: 'form', prefill: { name: 'Autumn reunion', every: '90s' } }],
  ["new Mum's day", { kind: 'form', prefill: { name: "Mum's day" } }],
  ['new Spring – sale', { kind: 'form', prefill: { name: 'Spring – sale' } }],
  ['--batch 50', { kind: 'help', unknownWord: '--batch' }],
  ['help', { kind: 'help' }],
  ['HELP me', { kind: 'help' }],
  ['list', { kind: 'list' }],
  ['status Autumn reunion', { kind: 'status', campaign: 'Autumn reunion' }],
  ['status "Autumn reunion"', { kind: 'status', campaign: 'Autumn reunion' }],
  ['pause abcd2345', { kind: 'pause', campaign: 'abcd2345' }],
  ['Resume abcd', { kind: 'resume', campaign: 'abcd' }],
  ['cancel abcd', { kind: 'cancel', campaign: 'abcd' }],
  ['export abcd', { kind: 'export', campaign: 'abcd' }],
  ['optout check +1 201 555 0123', { kind: 'optout', verb: 'check', number: '+1 201 555 0123' }],
  ['optout ADD 2015550123', { kind: 'optout', verb: 'add', number: '2015550123' }],
  ['optout remove (201) 555-0123', { kind: 'optout', verb: 'remove', number: '(201) 555-0123' }],
  ['stauts Reunion', { kind: 'help', unknownWord: 'stauts' }],
];

test.each(understood)('understands "%s"', (typed, command) => {
  expect(parseCommand(typed)).toEqual(command);
});

const refused: [typed: string, says: RegExp][] = [
  ['new Reunion --size 50', /`--size` is not known here.*`--batch 50`, `--every 5m`/],
  ['new Reunion --batch', /`--batch` needs a value: `--batch 50`/],
  ['new Reunion --every --batch 50', /`--every` needs a value: `--every 5m`/],
  ['new Reunion --from=', /`--from` needs a value: `--from 12015550123`/],
  ['status', /`\/sms-campaign status spring`/],
  ['pause', /`\/sms-campaign pause spring`/],
  ['optout', /`\/sms-campaign optout check/],
  ['optout check', /`\/sms-campaign optout check/],
  ['optout forget +12015550123', /Instead of `check` you can write `add` or `remove`/],
];

test.each(refused)('says how to write what "%s" lacks', (typed, says) => {
  expect(() => parseCommand(typed)).toThrow(CampaignError);
  expect(() => parseCommand(typed)).toThrow(says);
});

test('whatever is typed is understood or explained, and never a bug', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      try {
        parseCommand(typed);
      } catch (error) {
        expect(error).toBeInstanceOf(CampaignError);
      }
    }),
  );
});
