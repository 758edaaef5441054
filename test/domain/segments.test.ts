import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSegments } from '../../src/domain/segments.ts';

const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const extended = '^{}\\[~]|€\f';

describe('segments', () => {
  it.each([
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
  ])('of %j', (text, encoding, segments, characters) => {
    expect(countSegments(text)).toEqual({ encoding, segments, characters });
  });

  it('are as many as the standard says', () => {
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

/** GSM 03.38 and 03.40: no character is split over two segments. */
function reference(text: string) {
  const isGsm = Array.from(text).every((char) => basic.includes(char) || extended.includes(char));
  const sizes = Array.from(text, (char) => (isGsm ? (extended.includes(char) ? 2 : 1) : char.length));
  const characters = sizes.reduce((sum, size) => sum + size, 0);
  const encoding = isGsm ? 'GSM-7' : 'UCS-2';
  const [single, part] = isGsm ? [160, 153] : [70, 67];
  if (characters === 0) return { encoding, segments: 0, characters };
  if (characters <= single) return { encoding, segments: 1, characters };
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > part) {
      segments += 1;
      filled = 0;
    }
    filled += size;
  }
  return { encoding, segments, characters };
}
