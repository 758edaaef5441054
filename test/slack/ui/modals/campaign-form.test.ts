import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import type { BlockJson } from '../../../../playground/slack/block-json.ts';
import { valuesFor } from '../../../../playground/slack/view-values.ts';
import { readCampaignForm } from '../../../../src/domain/campaign/campaign-form.ts';
import { fieldBlocks } from '../../../../src/slack/ids.ts';
import {
  type CampaignFormState,
  campaignFormModal,
  formErrors,
  formInputOf,
  readCampaignFormView,
} from '../../../../src/slack/ui/modals/campaign-form.ts';
import { aCampaign, aFormInput, campaignId, channel, sender } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

const senders = [sender, 'ACME' as typeof sender];

/** The form as a person submits it who changes nothing. */
function submitted(state: Partial<CampaignFormState> = {}, currentChannel?: string) {
  const view = campaignFormModal({ input: {}, senders, ...state });
  return readCampaignFormView({
    private_metadata: view.private_metadata ?? '',
    state: { values: valuesFor(view.blocks as BlockJson[], {}, currentChannel) as never },
  });
}

function inputs(view: ModalView) {
  return view.blocks.filter((block) => block.type === 'input') as BlockJson[];
}

test('bears the labels that manuals and screenshots name', () => {
  const labels = inputs(campaignFormModal({ input: {}, senders })).map(({ label }) => label?.text);
  expect(labels).toEqual([
    'Campaign name',
    'Send from',
    'Recipients (CSV file)',
    'Or paste recipients',
    'Message',
    'Batch size',
    'Every',
    'Start (now or a date)',
    'Sending hours',
    'Hold while unanswered replies exceed',
    'Post in channel',
  ]);
});

test('needs only a name, recipients and a message from its author', () => {
  const { input, files, pasted, campaignId: edited } = submitted({}, channel);

  expect(input).toEqual({ ...aFormInput(), name: '', message: '' });
  expect({ files, pasted, edited }).toEqual({ files: [], pasted: '', edited: null });
});

test('explains every field but “Post in channel” in a full sentence', () => {
  const hints = inputs(campaignFormModal({ input: {}, senders })).map(({ hint }) => hint?.text ?? '');
  expect(hints.filter((hint) => !/^[A-Z{].*\.$/.test(hint))).toEqual([]);
});

describe('filled in from a command', () => {
  test.each([
    ['+12015550123', sender],
    ['acme', 'ACME'],
    ['nobody', sender],
  ])('finds the sender %s', (typed, expected) => {
    expect(submitted({ input: { sender: typed } }).input.sender).toBe(expected);
  });

  test.each(['many', '0', '1000000', '-5'])(
    'leaves the batch size empty rather than show %s, which Slack refuses',
    (batchSize) => {
      expect(submitted({ input: { batchSize } }).input.batchSize).toBe('');
    },
  );

  test('offers the current channel when the command came from a direct message', () => {
    expect(submitted({ input: { channel: 'D0DIRECT' } }, channel).input.channel).toBe(channel);
  });
});

describe('for a campaign that exists', () => {
  const context = { senders, zone: 'Europe/Berlin', now: new Date('2026-11-23T14:00:00.000Z') };

  test.each([
    ['as it is', aCampaign()],
    [
      'at any time, without a hold',
      aCampaign({ hours: null, throttle: { batchSize: 1, everySeconds: 90, holdAbove: null } }),
    ],
    ['on a date', aCampaign({ startAt: '2026-12-01T09:00:00.000Z' })],
    ['from a name', aCampaign({ sender: 'ACME' as typeof sender })],
  ])('reads back what it shows: %s', (_, campaign) => {
    const { input, campaignId: edited } = submitted({ input: formInputOf(campaign), campaignId });
    const { name, template, throttle, hours, startAt, channel: inChannel, zone } = campaign;

    expect(edited).toBe(campaignId);
    expect(readCampaignForm(input, context)).toEqual({
      name,
      template,
      throttle,
      hours,
      startAt,
      channel: inChannel,
      sender: campaign.sender,
      zone,
    });
  });

  test('says that an empty list keeps the present one', () => {
    const view = campaignFormModal({ input: {}, senders, campaignId, currentListSize: 1_200 });
    expect(textOf(view.blocks)).toContain('Leave this and the next field empty to keep the list of 1,200 people.');
  });
});

describe('what was wrong after the form had closed', () => {
  const sentence = 'The file has no phone numbers. Add a column named phone.';

  test('stands above its field, and the top says where, and that only files have to be chosen again', () => {
    const view = campaignFormModal({ input: {}, senders, hadFile: true, problem: { sentence, field: 'file' } });
    expect(textOf(view.blocks[0])).toBe(
      '⚠️ Nothing is saved yet: see above “Recipients (CSV file)”. What you typed is still here. Only files have to be chosen again.',
    );
    const at = view.blocks.findIndex(({ block_id }) => block_id === fieldBlocks.file);
    expect(textOf(view.blocks[at - 1])).toBe(sentence);
  });

  test('stands at the top when it belongs to no field, or to the first', () => {
    for (const field of [undefined, 'name'] as const) {
      const view = campaignFormModal({ input: {}, senders, problem: { sentence, field } });
      expect(textOf(view.blocks[0])).toBe(`⚠️ ${sentence} What you typed is still here.`);
    }
  });
});

test('says that nothing is kept before the preview', () => {
  expect(textOf(campaignFormModal({ input: {}, senders }).blocks.at(-1))).toContain(
    'no draft before you press Preview',
  );
});

test('says that a campaign stays as it was when the form in which it is edited is closed', () => {
  expect(textOf(campaignFormModal({ input: {}, senders, campaignId }).blocks.at(-1))).toBe(
    'Closing this window loses what you changed in it: the campaign stays as it was before.',
  );
});

test('hands over the uploaded files', () => {
  const file = { id: 'F0LIST', name: 'list.csv' };
  const values = { [fieldBlocks.file]: { value: { type: 'file_input', files: [file] } } };
  const read = readCampaignFormView({ private_metadata: '{"campaignId":null}', state: { values: values as never } });
  expect(read.files).toEqual([file]);
});

test('puts each sentence under its own field', () => {
  const errors = formErrors(new Map([['every', 'The shortest interval is 1 second.']]));
  expect(errors).toEqual({ [fieldBlocks.every]: 'The shortest interval is 1 second.' });
});
