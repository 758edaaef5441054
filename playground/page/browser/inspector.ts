import type { WireShape } from '../snapshot-shape.ts';
import { type Child, type Element, h } from './element.ts';
import type { PageContext } from './page-state.ts';
import { clockTime } from './reader.ts';

/** The traffic between the bot and the two services, for people who want to look behind the scenes. */
export function inspector(page: PageContext): Element {
  const { state, snapshot, set } = page;
  const { inspector: shown } = snapshot;
  return h(
    'section.inspector',
    { 'aria-label': 'Behind the scenes' },
    h(
      'button.plain.inspector-toggle',
      {
        type: 'button',
        'aria-expanded': String(state.inspector),
        onclick: () => set({ inspector: !state.inspector }),
      },
      `${state.inspector ? '▾' : '▸'} Behind the scenes: what goes over the wire`,
    ),
    state.inspector && shown && h('div.inspector-body', {}, wireList(page, shown.wire), logs(shown)),
  );
}

function wireList(page: PageContext, wire: readonly WireShape[]): Child {
  const { zone } = page.snapshot.time;
  return h(
    'div.wire',
    { tabindex: '0', role: 'region', 'aria-label': 'On the wire' },
    h('h3', {}, 'On the wire'),
    wire.map((one) =>
      h(
        'details',
        { key: `${one.at} ${one.what} ${one.detail.length}` },
        h(
          'summary',
          {},
          h('time', {}, clockTime(one.at, zone, true)),
          h('span.way', {}, one.toBot ? `${one.with} → bot` : `bot → ${one.with}`),
          h('span.what', {}, one.what),
          h('span', { class: /^2/.test(one.status) ? 'fine' : 'odd' }, one.status),
        ),
        h('pre.wire-text', {}, one.detail),
      ),
    ),
  );
}

function logs({ log, problems }: { log: readonly string[]; problems: readonly string[] }): Child {
  return h(
    'div.logs',
    { tabindex: '0', role: 'region', 'aria-label': 'The bot’s log' },
    problems.length > 0 && [
      h('h3', {}, 'The real Slack would refuse this'),
      problems.map((problem) => h('p.odd', {}, problem)),
    ],
    h('h3', {}, 'The bot’s log, newest first'),
    h('pre.wire-text', {}, log.map(readableLine).join('\n')),
  );
}

/** A structured line as a sentence with its fields behind it. */
function readableLine(line: string): string {
  try {
    const { time = '', level = '', msg = '', ...fields } = JSON.parse(line);
    const rest = Object.entries(fields).map(
      ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
    return `${String(time).slice(11, 19)} ${level} ${msg}${rest.length > 0 ? `  ${rest.join(' ')}` : ''}`;
  } catch {
    return line;
  }
}
