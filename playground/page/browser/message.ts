import type { MessageShape } from '../snapshot-shape.ts';
import { avatar } from './avatar.ts';
import { fileSize } from './blocks/file-input.ts';
import { mrkdwn } from './blocks/mrkdwn.ts';
import { type Child, type Element, h } from './element.ts';
import type { PageContext } from './page-state.ts';
import { clockTime, emojiNamed } from './reader.ts';
import { drawBlocks, surfaceFor } from './surface-for.ts';

/** One message as it stands in a channel or a thread. */
export function messageElement(page: PageContext, message: MessageShape, place: 'channel' | 'thread'): Element {
  const { names, time } = page.snapshot;
  const name = names[message.user] ?? message.user;
  const at = clockTime(Number(message.ts) * 1_000, time.zone);
  return h(
    'article.message',
    {
      key: `${message.channel}-${message.ts}`,
      class: message.ephemeral ? 'ephemeral' : '',
      'aria-label': `${name}, ${at}`,
    },
    avatar(name, 'large', message.bot),
    h(
      'div.message-body',
      {},
      h(
        'p.message-head',
        {},
        h('b', {}, name),
        message.bot && h('span.app-mark', {}, 'APP'),
        h('time', {}, at),
        shortcutsMenu(page, message),
      ),
      content(page, message),
      message.files.map((file) => fileCard(file)),
      message.reactions.map((reaction) => h('span.reaction', {}, emojiNamed(reaction) ?? `:${reaction}:`)),
      message.ephemeral && h('p.only-you', {}, 'Only visible to you'),
      place === 'channel' && threadLink(page, message),
    ),
  );
}

/** What apps offer for a message, behind “More actions” as in Slack. */
function shortcutsMenu(
  { state, snapshot, set, actAsMe }: PageContext,
  { channel, ts, ephemeral }: MessageShape,
): Child {
  const { messageShortcuts } = snapshot.app;
  if (messageShortcuts.length === 0 || ephemeral) return null;
  const menu = `message-${channel}-${ts}`;
  const isOpen = state.openMenu === menu;
  const run = (callbackId: string) => {
    set({ openMenu: null });
    void actAsMe({ act: 'message shortcut', channel, ts, callbackId });
  };
  return h(
    'span.overflow.message-menu',
    {},
    h(
      'button.plain',
      {
        type: 'button',
        'aria-label': 'More actions',
        'aria-haspopup': 'menu',
        'aria-expanded': String(isOpen),
        onclick: () => set({ openMenu: isOpen ? null : menu }),
      },
      '⋮',
    ),
    isOpen &&
      h(
        'span.menu',
        { role: 'menu' },
        messageShortcuts.map(({ name, callbackId }) =>
          h('button', { type: 'button', role: 'menuitem', onclick: () => run(callbackId) }, name),
        ),
      ),
  );
}

function content(page: PageContext, message: MessageShape): Child {
  const surface = surfaceFor(page, { channel: message.channel, ts: message.ts });
  const edited = message.edited && h('span.edited', {}, '(edited)');
  if (message.blocks.length > 0) return h('div.blocks', {}, drawBlocks(message.blocks, surface), edited);
  return message.text === '' ? null : h('div.blocks', {}, h('p', {}, mrkdwn(message.text, surface.reader), edited));
}

function fileCard({ id, name, bytes, excerpt }: MessageShape['files'][number]): Child {
  return h(
    'div.file',
    { key: id },
    h('a', { href: `/files/${id}`, download: name }, h('b', {}, name), h('small', {}, fileSize(bytes))),
    excerpt !== '' && h('pre', { tabindex: '0', 'aria-label': `The first lines of ${name}` }, excerpt),
  );
}

function threadLink({ set }: PageContext, { replies, ts, ephemeral }: MessageShape): Child {
  if (ephemeral) return null;
  const open = () => set({ thread: ts, openMenu: null });
  if (!replies) return h('button.plain.start-thread', { type: 'button', onclick: open }, 'Reply in thread');
  const words = replies.count === 1 ? '1 reply' : `${replies.count} replies`;
  return h('button.thread-link', { type: 'button', onclick: open }, h('b', {}, words), h('span', {}, 'View thread'));
}
