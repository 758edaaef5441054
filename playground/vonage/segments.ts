/** How many billed parts a text takes: 160/153 septets when every character is GSM-7, else 70/67 UTF-16 units. */
export function segments(text: string, encoding: 'auto' | 'text' | 'unicode' = 'auto'): number {
  const unicode = encoding === 'unicode' || (encoding === 'auto' && ![...text].every(isGsm));
  const [single, perPart] = unicode ? [70, 67] : [160, 153];
  const sizes = [...text].map((character) => (unicode ? character.length : septets(character)));
  if (sizes.reduce((sum, size) => sum + size, 0) <= single) return 1;

  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    // A pair is never split over a boundary.
    if (used + size > perPart) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}

const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extension = new Set('^{}\\[~]|€\f');

function isGsm(character: string): boolean {
  return basic.has(character) || extension.has(character);
}

function septets(character: string): number {
  return extension.has(character) ? 2 : 1;
}
