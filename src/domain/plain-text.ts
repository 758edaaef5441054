/**
 * Takes out what does not show or changes how the rest is shown: control, bidirectional, zero-width and other format
 * characters. Line breaks and tabs become spaces.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
}
