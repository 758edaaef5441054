import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, test } from 'vitest';
import { countSegments } from '../../../src/domain/message/segments.ts';

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€\f';

describe('segments', () => {
  test.each([
    ['', 'GSM-7', 0, 0],
    ['x', 'GSM-7', 1, 1],
    ['x'.repeat(160), 'GSM-7', 1, 160],
    ['x'.repeat(161), 'GSM-7', 2, 161],
    ['x'.repeat(306), 'GSM-7', 2, 306],
    ['x'.repeat(307), 'GSM-7', 3, 307],
    ['€'.repeat(80), 'GSM-7', 1, 160],
    [`${'x'.repeat(152)}€${'x'.repeat(152)}`, 'GSM-7', 3, 306],
    ['’'.repeat(70), 'UCS-2', 1, 70],
    ['’'.repeat(71), 'UCS-2', 2, 71],
    ['😀'.repeat(35), 'UCS-2', 1, 70],
    [`${'’'.repeat(66)}😀${'’'.repeat(66)}`, 'UCS-2', 3, 134],
  ])('are counted as phones need them for %j', (text, encoding, segments, characters) => {
    expect(countSegments(text)).toEqual({ encoding, segments, characters });
  });

  test('are as many as another implementation counts', () => {
    const gsm = fc.array(fc.constantFrom(...basic, ...extended), { maxLength: 500 });
    const wide = fc.array(fc.constantFrom(...basic, '’', 'ё', '😀', '漢'), { maxLength: 250 });
    fc.assert(
      fc.property(fc.oneof(gsm, wide), (characters) => {
        // CR and LF count as one grapheme to the library; phones see two characters.
        const text = characters.join('').replaceAll('\r', '');
        expect(countSegments(text)).toEqual(reference(text));
      }),
    );
  });
});

/** Another implementation; it calls nothing one segment. */
function reference(text: string) {
  const message = new SegmentedMessage(text);
  const characters = message.encodedChars.reduce((sum, char) => sum + (char.codeUnits?.length ?? 0), 0);
  return { encoding: message.encodingName, segments: text === '' ? 0 : message.segmentsCount, characters };
}
