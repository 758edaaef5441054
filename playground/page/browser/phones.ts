import type { PhoneShape } from '../snapshot-shape.ts';
import { type Child, type Element, h } from './element.ts';
import type { PageContext } from './page-state.ts';
import { clockTime } from './reader.ts';

const mixes = [
  ['everything', 'a bit of everything'],
  ['answers', 'answers'],
  ['questions', 'questions'],
  ['stops', 'STOP'],
] as const;

const number = (count: number): string => count.toLocaleString('en-US');

/** The other side: the phones that were texted, newest first, and how lively their owners are. */
export function phonesWall(page: PageContext): Element {
  const { snapshot, state } = page;
  const { list, total, found, received, sent } = snapshot.phones;
  const open = list.find(({ number }) => number === state.phone);
  return h(
    'section.phones',
    { 'aria-label': 'Phones' },
    h(
      'header',
      {},
      h('h1', {}, 'Phones'),
      h(
        'p',
        {},
        total === 0
          ? 'No text has arrived yet.'
          : `${number(total)} phones got ${number(received)} texts and wrote ${number(sent)} back.`,
      ),
    ),
    liveliness(page),
    (total > list.length || state.phoneSearch !== '') && searchField(page),
    open && openPhone(page, open),
    h(
      'div.wall',
      { key: 'wall' },
      list.map((phone) => tile(page, phone)),
    ),
    total > 0 && found === 0 && h('p.more-phones', {}, 'No phone has this number, or got or wrote this.'),
    found > list.length &&
      h('p.more-phones', {}, `And ${number(found - list.length)} more phones: search for them above.`),
  );
}

function searchField({ state, set }: PageContext): Child {
  return h('input', {
    ...{ key: 'phone-search', type: 'search', class: 'phone-search', value: state.phoneSearch },
    ...{ 'aria-label': 'Search the phones', placeholder: 'Find a phone by number, name or text', autocomplete: 'off' },
    oninput: ({ target }: { target: { value: string } }) => set({ phoneSearch: target.value }),
  });
}

function liveliness(page: PageContext): Child {
  const { replyPercent, replyMix, agent } = page.snapshot.controls;
  const set = (percent: number, mix: typeof replyMix) => void page.act({ act: 'replies', percent, mix });
  return h(
    'div.liveliness',
    {},
    h('label', { for: 'reply-percent' }, 'People who write back: ', h('b', {}, `${replyPercent}\u00a0%`)),
    h('input', {
      ...{ id: 'reply-percent', type: 'range', min: 0, max: 100, step: 5, value: String(replyPercent) },
      onchange: ({ target }: { target: { value: string } }) => set(Number(target.value), replyMix),
    }),
    h(
      'label',
      {},
      'They write ',
      h(
        'select',
        {
          value: replyMix,
          onchange: ({ target }: { target: { value: typeof replyMix } }) => set(replyPercent, target.value),
        },
        mixes.map(([value, words]) => h('option', { value }, words)),
      ),
    ),
    h(
      'label',
      {},
      h('input', {
        type: 'checkbox',
        checked: agent,
        onchange: ({ target }: { target: { checked: boolean } }) => void page.act({ act: 'agent', on: target.checked }),
      }),
      ' Cleo handles the replies by herself',
    ),
    h(
      'button.button',
      {
        type: 'button',
        disabled: page.snapshot.phones.total === 0,
        onclick: () => void page.act({ act: 'everybody asks' }),
      },
      'Everybody asks at once',
    ),
  );
}

function tile(page: PageContext, { number, texts }: PhoneShape): Element {
  const isOpen = page.state.phone === number;
  return h(
    'button.phone',
    {
      key: number,
      type: 'button',
      'aria-expanded': String(isOpen),
      'aria-label': `Phone ${spaced(number)}: ${texts.at(-1)?.text ?? 'no text'}`,
      class: texts.at(-1)?.mine ? 'wrote' : '',
      onclick: () => page.set({ phone: isOpen ? null : number }),
    },
    h('span.phone-number', {}, spaced(number)),
    texts.slice(-2).map((text) => bubble(text)),
  );
}

function openPhone(page: PageContext, { number, texts }: PhoneShape): Child {
  const { zone } = page.snapshot.time;
  return h(
    'div.open-phone',
    { key: `open-${number}`, role: 'group', 'aria-label': `Phone ${spaced(number)}` },
    h(
      'header',
      {},
      h('b', {}, spaced(number)),
      h(
        'button.plain',
        { type: 'button', 'aria-label': 'Put the phone away', onclick: () => page.set({ phone: null }) },
        '✕',
      ),
    ),
    h(
      'div.texts',
      { role: 'log', 'aria-label': 'Texts', tabindex: '0', 'data-sticks': true },
      texts.map((text) => [bubble(text), h('time', {}, clockTime(text.at, zone))]),
    ),
    h(
      'form',
      {
        onsubmit: (event: { preventDefault(): void; target: { elements: { text: { value: string } } } }) => {
          event.preventDefault();
          const field = event.target.elements.text;
          if (field.value.trim() === '') return;
          void page.act({ act: 'text', number, text: field.value });
          field.value = '';
        },
      },
      h('input', { name: 'text', 'aria-label': 'Write back', placeholder: 'Write back, or STOP', autocomplete: 'off' }),
      h('button.button.primary', { type: 'submit' }, 'Send'),
    ),
  );
}

function bubble({ mine, text }: PhoneShape['texts'][number]): Child {
  return h(
    `span.bubble.${mine ? 'mine' : 'theirs'}`,
    {},
    h('span.visually-hidden', {}, mine ? 'Wrote: ' : 'Got: '),
    h('span.bubble-text', {}, text),
  );
}

/** "+1 201 555 0123" */
function spaced(number: string): string {
  return `+${number.replace(/^1(\d{3})(\d{3})(\d{4})$/, '1 $1 $2 $3')}`;
}
