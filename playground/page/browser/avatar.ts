import { type Element, h } from './element.ts';

const colours = 5;

/** A square with the first letter; the bot has a drop. */
export function avatar(name: string, size: 'small' | 'large', isBot = false): Element {
  const colour = isBot ? 'bot' : String((name.codePointAt(0) ?? 0) % colours);
  const letter = isBot ? h('img', { src: '/icon.svg', alt: '' }) : name.slice(0, 1);
  return h(`span.avatar.${size}.colour-${colour}`, { 'aria-hidden': 'true' }, letter);
}
