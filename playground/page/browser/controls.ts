import { type Child, type Element, h } from './element.ts';
import type { PageContext } from './page-state.ts';
import { clockTime } from './reader.ts';

const speeds = [1, 3, 10];

/** The playground's own bar: time, the bot's life, and trouble. */
export function controls(page: PageContext): Element {
  return h(
    'header.controls',
    {},
    h('p.brand', {}, h('img', { src: '/icon.svg', alt: '' }), h('b', {}, 'Trickle'), ' playground'),
    clock(page),
    botLife(page),
    trouble(page),
    h('button.bar-button', { type: 'button', onclick: () => void page.reset() }, 'Start over'),
  );
}

function clock({ snapshot, act }: PageContext): Child {
  const { worldMs, speed, zone } = snapshot.time;
  return h(
    'fieldset.clock',
    {},
    h('legend.visually-hidden', {}, 'How fast time runs'),
    h('time', { title: `The time in this playground (${zone})` }, clockTime(worldMs, zone, true)),
    speeds.map((one) =>
      h(
        'label',
        { class: one === speed ? 'current' : '' },
        h('input.visually-hidden', {
          ...{ type: 'radio', name: 'speed', value: String(one), checked: one === speed },
          onchange: () => void act({ act: 'speed', speed: one }),
        }),
        `${one}×`,
      ),
    ),
  );
}

function botLife({ snapshot, act }: PageContext): Child {
  const { bot } = snapshot.controls;
  const words = { running: 'The bot is running', starting: 'The bot is starting…', stopped: 'The bot is dead' }[bot];
  return h(
    'span.bot',
    { class: bot },
    h('span.lamp', { 'aria-hidden': 'true' }),
    h('span', { role: 'status' }, words),
    bot === 'running' &&
      h('button.bar-button', { type: 'button', onclick: () => void act({ act: 'bot', do: 'kill' }) }, 'Kill the bot'),
    bot === 'stopped' &&
      h(
        'button.bar-button',
        { type: 'button', onclick: () => void act({ act: 'bot', do: 'start' }) },
        'Start it again',
      ),
  );
}

function trouble({ snapshot, act }: PageContext): Child {
  const { vonage, slack } = snapshot.controls;
  return h(
    'span.trouble',
    {},
    mood('Vonage', vonage, ['works', 'slow', 'failing', 'rate-limiting'] as const, (wanted) => {
      void act({ act: 'vonage', mood: wanted });
    }),
    mood('Slack', slack, ['works', 'failing', 'rate-limiting'] as const, (wanted) => {
      void act({ act: 'slack', mood: wanted });
    }),
  );
}

function mood<Mood extends string>(
  service: string,
  now: Mood,
  moods: readonly Mood[],
  set: (mood: Mood) => void,
): Child {
  const words: Readonly<Record<string, string>> = {
    'rate-limiting': 'says “too many”',
    failing: 'fails',
    slow: 'is slow',
  };
  return h(
    'label',
    { class: now === 'works' ? '' : 'troubled' },
    h('span', { 'aria-hidden': 'true' }, service),
    h(
      'select',
      { 'aria-label': service, value: now, onchange: ({ target }: { target: { value: Mood } }) => set(target.value) },
      moods.map((one) => h('option', { value: one }, words[one] ?? 'works')),
    ),
  );
}
