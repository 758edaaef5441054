import type { ChannelShape, PersonShape } from '../snapshot-shape.ts';
import { avatar } from './avatar.ts';
import { type Child, type Element, h } from './element.ts';
import type { PageContext } from './page-state.ts';

/** Who the person is, and where they can go. */
export function sidebar(page: PageContext): Element {
  const { people, channels, app } = page.snapshot;
  const list = (kind: string) => channels.filter((channel) => channel.kind === kind);
  return h(
    'nav.sidebar',
    { 'aria-label': 'Workspace' },
    h('p.workspace', {}, 'Local workspace'),
    h('h2', { id: 'you-are' }, 'You are'),
    h(
      'div.people',
      { role: 'radiogroup', 'aria-labelledby': 'you-are' },
      people.map((person) => personRow(page, person)),
    ),
    h('h2', {}, 'Channels'),
    h(
      'ul',
      {},
      list('channel').map((channel) => channelRow(page, channel, `# ${channel.name}`)),
    ),
    h('h2', {}, 'Apps'),
    h(
      'ul',
      {},
      list('app').map((channel) => channelRow(page, channel, app.name)),
    ),
  );
}

/** What a person has seen of a channel, as a key. */
export function seenKey(person: string, channel: string): string {
  return `${person} ${channel}`;
}

/** A native radio button, so that arrow keys and screen readers know it. */
function personRow(page: PageContext, person: PersonShape): Child {
  const isMe = page.state.me === person.name;
  return h(
    'label.person',
    { key: person.id, class: isMe ? 'current' : '' },
    h('input.visually-hidden', {
      type: 'radio',
      name: 'person',
      value: person.name,
      checked: isMe,
      onchange: () => becomePerson(page, person.name),
    }),
    avatar(person.fullName, 'small'),
    h('span.person-name', {}, person.fullName, h('small', {}, person.role)),
  );
}

/** Puts another person in front of the screen. Direct messages with the app are everybody's own. */
export function becomePerson(page: PageContext, name: string): void {
  const { state, snapshot } = page;
  const wasInApp = snapshot.channels.find(({ id }) => id === state.channel)?.kind === 'app';
  const next = snapshot.people.find((person) => person.name === name);
  const channel = wasInApp && next ? `D${next.id.slice(1)}` : state.channel;
  page.set({ me: name, channel, openMenu: null, confirm: null, noticesSeen: -1, composer: '', attached: null });
  if (wasInApp) void page.actAsMe({ act: 'open home' });
}

function channelRow(page: PageContext, channel: ChannelShape, label: string): Child {
  const { state } = page;
  const isCurrent = state.channel === channel.id;
  const isUnread = !isCurrent && Number(channel.latest) > Number(state.seen.get(seenKey(state.me, channel.id)) ?? 0);
  return h(
    'li',
    { key: channel.id },
    h(
      'button.channel',
      {
        type: 'button',
        class: [isCurrent ? 'current' : '', isUnread ? 'unread' : ''].join(' ').trim(),
        'aria-current': isCurrent ? 'page' : undefined,
        onclick: () => {
          if (channel.kind === 'app') void page.actAsMe({ act: 'open home' });
          page.set({ channel: channel.id, thread: null, part: 'slack', openMenu: null });
        },
      },
      h('span', {}, label),
      isUnread && h('span.dot', {}, h('span.visually-hidden', {}, 'unread')),
    ),
  );
}
