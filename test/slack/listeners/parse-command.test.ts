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
  ['list', { kind: 'list', which: 'current', page: 1 }],
  ['LIST Running', { kind: 'list', which: 'running', page: 1 }],
  ['list drafts 2', { kind: 'list', which: 'drafts', page: 2 }],
  ['list 3', { kind: 'list', which: 'current', page: 3 }],
  ['list finished', { kind: 'help', unknownWord: 'finished' }],
  ['list 0', { kind: 'help', unknownWord: '0' }],
  ['answer', { kind: 'answer' }],
  ['ANSWER Autumn reunion', { kind: 'answer', campaign: 'Autumn reunion' }],
  ['remind', { kind: 'remind' }],
  ['remind off', { kind: 'remind', time: null }],
  ['Remind 9:00', { kind: 'remind', time: '09:00' }],
  ['remind at 9.30 pm', { kind: 'remind', time: '21:30' }],
  ['remind noon', { kind: 'remind', time: '12:00' }],
  ['status Autumn reunion', { kind: 'status', campaign: 'Autumn reunion' }],
  ['status "Autumn reunion"', { kind: 'status', campaign: 'Autumn reunion' }],
  ['pause abcd2345', { kind: 'pause', campaign: 'abcd2345' }],
  ['Resume abcd', { kind: 'resume', campaign: 'abcd' }],
  ['cancel abcd', { kind: 'cancel', campaign: 'abcd' }],
  ['export abcd', { kind: 'export', campaign: 'abcd' }],
  ['why +1 201 555 0123', { kind: 'why', number: '+1 201 555 0123' }],
  ['rules', { kind: 'rules', topic: '' }],
  ['rules US-FL', { kind: 'rules', topic: 'US-FL' }],
  ['optout check +1 201 555 0123', { kind: 'optout', verb: 'check', number: '+1 201 555 0123' }],
  ['optout ADD 2015550123', { kind: 'optout', verb: 'add', number: '2015550123', said: '' }],
  ['optout add (201) 555-0123', { kind: 'optout', verb: 'add', number: '(201) 555-0123', said: '' }],
  ['optout add cell: +12015550123', { kind: 'optout', verb: 'add', number: 'cell: +12015550123', said: '' }],
  [
    'optout add <tel:+12015550123|+1 201 555 0123>',
    { kind: 'optout', verb: 'add', number: '<tel:+12015550123|+1 201 555 0123>', said: '' },
  ],
  [
    'optout add +1 201 555 0123, rang and said no more',
    { kind: 'optout', verb: 'add', number: '+1 201 555 0123', said: 'rang and said no more' },
  ],
  [
    'optout add +12015550123 “2 letters & a call”',
    { kind: 'optout', verb: 'add', number: '+12015550123', said: '2 letters & a call' },
  ],
  [
    'optout add +12015550123 because she asked by mail',
    { kind: 'optout', verb: 'add', number: '+12015550123', said: 'she asked by mail' },
  ],
  ['optout import', { kind: 'optouts', verb: 'import' }],
  ['optout EXPORT', { kind: 'optouts', verb: 'export' }],
  ['optout remove (201) 555-0123', { kind: 'optout', verb: 'remove', number: '(201) 555-0123', because: '' }],
  [
    'optout remove +1 201 555 0123 because she wrote a letter',
    { kind: 'optout', verb: 'remove', number: '+1 201 555 0123', because: 'she wrote a letter' },
  ],
  ['optout remove +12015550123 Because', { kind: 'optout', verb: 'remove', number: '+12015550123', because: '' }],
  ['keys', { kind: 'keys', verb: 'list' }],
  ['keys LIST', { kind: 'keys', verb: 'list' }],
  ['keys add CRM', { kind: 'keys', verb: 'add', name: 'CRM', seesNumbers: false }],
  ['keys add the shop —numbers', { kind: 'keys', verb: 'add', name: 'the shop', seesNumbers: true }],
  ['keys add --numbers “my --numbers”', { kind: 'keys', verb: 'add', name: 'my --numbers', seesNumbers: true }],
  ['keys revoke the shop', { kind: 'keys', verb: 'revoke', name: 'the shop' }],
  ['stauts Reunion', { kind: 'help', unknownWord: 'stauts' }],

  // Slack escapes what it sends, once.
  ['new Q&amp;A night', { kind: 'form', prefill: { name: 'Q&A night' } }],
  ['new Q&A night', { kind: 'form', prefill: { name: 'Q&A night' } }],
  ['new "A &lt; B &gt; C"', { kind: 'form', prefill: { name: 'A < B > C' } }],
  ['new Q&amp;amp;A &amp;lt;3', { kind: 'form', prefill: { name: 'Q&amp;A &lt;3' } }],
  ['new R&D &copy; &quot;', { kind: 'form', prefill: { name: 'R&D &copy; &quot;' } }],
  ['status Q&amp;A night', { kind: 'status', campaign: 'Q&A night' }],
  ['pause B&amp;B', { kind: 'pause', campaign: 'B&B' }],
  ['export “Q&amp;A night”', { kind: 'export', campaign: 'Q&A night' }],
  ['a&amp;b', { kind: 'help', unknownWord: 'a&b' }],

  // Values of several words.
  [
    'new Spring --batch 50 --every 5 minutes',
    { kind: 'form', prefill: { name: 'Spring', batchSize: '50', every: '5 minutes' } },
  ],
  ['new --every 5 minutes Spring sale', { kind: 'form', prefill: { name: 'Spring sale', every: '5 minutes' } }],
  ['new --batch 50 Spring', { kind: 'form', prefill: { name: 'Spring', batchSize: '50' } }],
  ['new Spring --every half an hour', { kind: 'form', prefill: { name: 'Spring', every: 'half an hour' } }],
  ['new Spring --every=5 minutes', { kind: 'form', prefill: { name: 'Spring', every: '5 minutes' } }],
  ['new Spring --every "5 minutes"', { kind: 'form', prefill: { name: 'Spring', every: '5 minutes' } }],
  ['new Spring --batch 1,000 people', { kind: 'form', prefill: { name: 'Spring', batchSize: '1000' } }],
  ['new Spring --batch 50, --every 5m', { kind: 'form', prefill: { name: 'Spring', batchSize: '50', every: '5m' } }],
  [
    'new Spring --from +1 201 555 0123 --batch 5',
    { kind: 'form', prefill: { name: 'Spring', sender: '+1 201 555 0123', batchSize: '5' } },
  ],
  ['new --from (201) 555-0123 Spring', { kind: 'form', prefill: { name: 'Spring', sender: '(201) 555-0123' } }],
  ['new Spring --from My Shop', { kind: 'form', prefill: { name: 'Spring', sender: 'My Shop' } }],
  ['new --from "My Shop" Spring', { kind: 'form', prefill: { name: 'Spring', sender: 'My Shop' } }],

  // What phones and word processors make of it.
  ['new Spring —every 5m', { kind: 'form', prefill: { name: 'Spring', every: '5m' } }],
  ['new Spring –batch 5 −−every 5 min', { kind: 'form', prefill: { name: 'Spring', batchSize: '5', every: '5 min' } }],
  ['new Spring ‑‑every 5m', { kind: 'form', prefill: { name: 'Spring', every: '5m' } }],
  ['new Spring -batch 5', { kind: 'form', prefill: { name: 'Spring', batchSize: '5' } }],
  ['new Spring -sale', { kind: 'form', prefill: { name: 'Spring -sale' } }],
  ['new “Spring night” —every 5 minutes', { kind: 'form', prefill: { name: 'Spring night', every: '5 minutes' } }],
  ['new „Spring night“', { kind: 'form', prefill: { name: 'Spring night' } }],
  ['new «\u00a0Spring night\u00a0»', { kind: 'form', prefill: { name: 'Spring night' } }],
  ['new ‘Spring night’', { kind: 'form', prefill: { name: 'Spring night' } }],
  ['new “--every day”', { kind: 'form', prefill: { name: '--every day' } }],
  ['new\u00a0Spring\u202fnight', { kind: 'form', prefill: { name: 'Spring night' } }],
  ['\u200estatus\u200b Spring', { kind: 'status', campaign: 'Spring' }],
  ['new Mum’s and Dad’s day', { kind: 'form', prefill: { name: 'Mum’s and Dad’s day' } }],

  // What is not understood gets the help, naming it.
  ['new Reunion --size 50', { kind: 'help', unknownWord: '--size' }],
  ['new Reunion —size=50', { kind: 'help', unknownWord: '—size' }],
  ['new Reunion --batch 50 night', { kind: 'help', unknownWord: 'night' }],
  ['new Reunion --batch', { kind: 'help', problem: '`--batch` needs a value: `--batch 50`.' }],
  ['new Reunion --batch fifty', { kind: 'help', problem: '`--batch` needs a value: `--batch 50`.' }],
  ['new Reunion --every --batch 50', { kind: 'help', problem: '`--every` needs a value: `--every 5m`.' }],
  ['new Reunion --from=', { kind: 'help', problem: '`--from` needs a value: `--from 12015550123`.' }],
];

test.each(understood)('the command understands “%s”', (typed, command) => {
  expect(parseCommand(typed)).toEqual(command);
});

const refused: [typed: string, code: string, says: RegExp][] = [
  ['new Reunion --every 5', 'bad_interval', /^5 what\? Write 5m or 5s\.$/],
  ['new --every 5 Reunion', 'bad_interval', /“5 Reunion” is not a length of time/],
  ['new Reunion --every soon', 'bad_interval', /“soon” is not a length of time/],
  ['status', 'no_campaign', /`\/sms-campaign status spring`/],
  ['pause', 'no_campaign', /`\/sms-campaign pause spring`/],
  ['remind tomorrow', 'bad_reminder', /`\/sms-campaign remind 9:00`/],
  ['remind 25:00', 'bad_reminder', /`\/sms-campaign remind off` ends it/],
  ['why', 'no_number', /`\/sms-campaign why \+1/],
  ['keys add', 'bad_keys', /`\/sms-campaign keys add CRM`/],
  ['keys add --numbers', 'bad_keys', /keys add CRM/],
  ['keys revoke', 'bad_keys', /`\/sms-campaign keys revoke CRM`/],
  ['keys forget CRM', 'bad_keys', /`\/sms-campaign keys list` shows all/],
  ['optout', 'bad_optout', /`\/sms-campaign optout check/],
  ['optout check', 'bad_optout', /`\/sms-campaign optout check/],
  ['optout forget +12015550123', 'bad_optout', /Instead of `check` you can write `add` or `remove`/],
];

test.each(refused)('the command says how to write what “%s” lacks', (typed, code, says) => {
  const refusal = expect.objectContaining({ name: 'CampaignError', code, message: expect.stringMatching(says) });
  expect(() => parseCommand(typed)).toThrow(refusal);
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

test.each(['"', '“', "'a ", '--', '&amp;', '&', '—a ', '--every 5 '])('is quick on thousands of “%s”', (piece) => {
  const startedMs = performance.now();
  try {
    parseCommand(`new ${piece.repeat(20_000)}`);
  } catch (error) {
    expect(error).toBeInstanceOf(CampaignError);
  }
  expect(performance.now() - startedMs).toBeLessThan(2_000);
});
