import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lintMessage, lintView } from '../../../playground/slack/lint/lint.ts';
import { everyHome } from './every/home.ts';
import { everyMessage } from './every/messages.ts';
import { everyModal } from './every/modals.ts';
import { parts } from './read-blocks.ts';
import type { Data } from './worst/data.ts';

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
/** The same for each, so that a failure names the view. */
const allOf = (named: readonly (readonly [string, unknown])[], value: unknown) => named.map(([name]) => [name, value]);
const worst: Record<string, Data> = {
  letters: { name: fill('Reunion ', 80), short: fill('reason ', 300), text: fill('Will you come? ', 3_200) },
  'markup that grows when it is escaped': {
    name: fill('&', 80),
    short: fill('<!channel>', 300),
    text: fill('&<>', 3_200),
  },
  emoji: { name: fill('👩‍👩‍👧‍👦', 80), short: fill('🎉', 300), text: fill('🇩🇪', 3_200) },
  'control characters': { name: fill('\u0007', 80), short: fill('\u202E', 300), text: fill('\u0000\n', 3_200) },
  nothing: { name: '', short: '', text: '' },
};

describe.each(Object.entries(worst))('with data of %s at full length', (_, data) => {
  const [modals, messages] = [[...everyModal(data), ...everyHome(data)], everyMessage(data)];

  test('Slack takes every modal and the Home tab', () => {
    expect(modals.map(([name, view]) => [name, lintView(view)])).toEqual(allOf(modals, []));
  });

  test('Slack takes every message', () => {
    expect(messages.map(([name, message]) => [name, lintMessage(message)])).toEqual(allOf(messages, []));
  });

  test('Slack takes every message without its newer blocks', () => {
    const plain = messages.map(
      ([name, { text, blocks, plainer }]) => [name, lintMessage({ text, blocks: plainer ?? blocks })] as const,
    );
    expect(plain).toEqual(allOf(messages, []));
  });

  test('Slack takes every message again when it is edited, and there is something to read out', () => {
    const lengths = messages.map(([name, { text }]) => [name, text.length > 0 && text.length < 4_000]);
    expect(lengths).toEqual(allOf(messages, true));
  });
});

describe('for screen readers and for the eye', () => {
  const views = [
    ...everyModal(worst.letters!),
    ...everyHome(worst.letters!),
    ...everyMessage(worst.letters!).map(([name, { blocks }]) => [name, { blocks }] as const),
  ];
  const buttonsOf = (view: unknown) => parts(view).filter(({ type }) => type === 'button');

  test('one button at most stands out', () => {
    const primary = views.map(([name, view]) => [
      name,
      buttonsOf(view).filter(({ style }) => style === 'primary').length < 2,
    ]);
    expect(primary).toEqual(allOf(views, true));
  });

  test('no two buttons are read out alike', () => {
    const distinct = views.map(([name, view]) => {
      const spoken = buttonsOf(view).map(
        ({ accessibility_label, text }) => accessibility_label ?? JSON.stringify(text),
      );
      return [name, new Set(spoken).size === spoken.length];
    });
    expect(distinct).toEqual(allOf(views, true));
  });

  test('what is read out begins with what stands on the button, so that it can be said aloud', () => {
    const strange = views.flatMap(([, view]) =>
      buttonsOf(view).flatMap(({ accessibility_label: spoken, text }) => {
        const { text: label } = text as { text: string };
        return typeof spoken === 'string' && !spoken.startsWith(label) ? [`${label} → ${spoken}`] : [];
      }),
    );
    expect([...new Set(strange)]).toEqual([]);
  });

  test('what cannot be undone is asked for twice', () => {
    const asked = views.map(([name, view]) => [
      name,
      buttonsOf(view).every(({ style, confirm }) => style !== 'danger' || confirm !== undefined),
    ]);
    expect(asked).toEqual(allOf(views, true));
  });

  test('there is one emoji at most', () => {
    const emoji = views.map(([name, view]) => [
      name,
      (JSON.stringify(view).match(/\p{Extended_Pictographic}/gu) ?? []).length < 2,
    ]);
    expect(emoji).toEqual(allOf(views, true));
  });
});

describe('what strangers wrote', () => {
  const tokens = [
    '<!channel>',
    '<@U1>',
    '<https://x.example|bank>',
    '*_~`',
    '\u202E',
    '&lt;!here&gt;',
    '@everyone',
    ':tada:',
    'a.example',
  ];
  const anyText = fc
    .array(fc.oneof(fc.constantFrom(...tokens), fc.string({ unit: 'binary', maxLength: 40 })), {
      minLength: 1,
      maxLength: 20,
    })
    .map((pieces) => pieces.join(''));
  const anyData = fc.record({ name: anyText.map((name) => name.slice(0, 80)), short: anyText, text: anyText });

  test('never stands in a formatted text, and no emoji is made of it', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        for (const [, view] of [...everyModal(data), ...everyHome(data), ...everyMessage(data)]) {
          const objects = parts(view);
          expect(objects.filter(({ type }) => type === 'mrkdwn' || type === 'link' || type === 'broadcast')).toEqual(
            [],
          );
          expect(objects.filter(({ type, emoji }) => type === 'plain_text' && emoji !== false)).toEqual([]);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('mentions nobody and links nowhere in the text for notifications', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        for (const [, { text }] of everyMessage(data)) {
          const ours = /<@U0(AUTHOR|APPROVER|AGENT|ADMIN\d+)>|<#C0REUNION>/g;
          expect(text.replace(ours, '')).not.toMatch(/[<>]|:\/\/|\.example/);
          expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
          expect(text.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('never shows a whole phone number', () => {
    for (const [, view] of [
      ...everyModal(worst.letters!),
      ...everyHome(worst.letters!),
      ...everyMessage(worst.letters!),
    ]) {
      expect(JSON.stringify(view)).not.toMatch(/\+12015550100/);
    }
  });
});
