import { expect, test } from 'vitest';
import type { BlockJson } from '../../../../playground/slack/block-json.ts';
import { valuesFor } from '../../../../playground/slack/view-values.ts';
import { type Answering, nothingForeseen } from '../../../../src/domain/answering/answering.ts';
import { writeAnswering } from '../../../../src/domain/answering/answering-texts.ts';
import type { LeaveOut } from '../../../../src/domain/leave-out/leave-out.ts';
import { moreSettingsModal, readMoreSettingsView } from '../../../../src/slack/ui/modals/more-settings.ts';
import { answeringInWords } from '../../../../src/slack/ui/words/answering-words.ts';
import { aFormInput, campaignId } from '../../../support/builders.ts';

const answering: Answering = {
  expected: [{ label: 'Yes', words: ['coming'], thankYou: 'See you!' }],
  canned: [{ label: 'Parking', text: 'Behind the hall' }],
  outcomes: ['Call back', 'Wrong number'],
  showColumns: ['city'],
  answerWithinSeconds: 3_600,
};

const leaveOut: LeaveOut = [
  { kind: 'texted', days: 30 },
  { kind: 'in_campaign', campaignId, name: 'Reunion' },
];

/** The window as a person submits it who changes nothing. */
function submitted(input: Partial<ReturnType<typeof aFormInput>>, pasted = '') {
  const form = { input: aFormInput(input), pasted, campaignId, seen: null, formKey: 'key' };
  const view = moreSettingsModal({
    settings: { answering, leaveOut, canary: { first: 20, goOn: 'alone' }, notAfter: '2026-12-01T10:00:00.000Z' },
    form,
    isGone: false,
  });
  const { blocks, private_metadata = '' } = view;
  return readMoreSettingsView({ private_metadata, state: { values: valuesFor(blocks as BlockJson[]) as never } });
}

test('the window gives back what it was opened with, and the form below as far as there is room', () => {
  expect(submitted({}, '+12015550100')).toEqual({
    typed: {
      pace: 'fixed',
      ...writeAnswering(answering),
      leaveOut: `texted in the last 30 days\nin campaign ${campaignId} (Reunion)`,
      canaryFirst: '20',
      canaryThen: 'alone',
      notAfter: String(Date.parse('2026-12-01T10:00:00.000Z') / 1000),
    },
    form: { formKey: 'key', campaignId, seen: null, input: aFormInput(), pasted: '+12015550100' },
  });
  const { pasted, input } = submitted({}, '+12015550100\n'.repeat(230)).form;
  expect([pasted, input]).toEqual([undefined, aFormInput()]);
  const { message, name, every } = submitted({ message: 'x'.repeat(3_000) }).form.input;
  expect([message, name, every]).toEqual([undefined, 'Autumn reunion', '5m']);
});

test('what is set is told in one line, and nothing when nothing is', () => {
  expect(answeringInWords(answering)).toBe(
    '1 expected answer, 1 canned answer, 2 outcomes, 1 column on replies, answer within 1 hour',
  );
  expect([null, undefined, nothingForeseen].map(answeringInWords)).toEqual([undefined, undefined, undefined]);
});

test('the window says which of its buttons keeps what was typed', () => {
  const form = { input: aFormInput(), pasted: '', campaignId, seen: null, formKey: 'key' };
  const { blocks } = moreSettingsModal({ settings: { answering, leaveOut }, form, isGone: false });
  expect(blocks.at(-1)).toMatchObject({
    text: { text: 'Done keeps what you typed here with the form; Back loses it.' },
  });
});
