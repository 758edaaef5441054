import { composer } from './composer.ts';
import { type Child, type Element, h } from './element.ts';
import { messageElement } from './message.ts';
import type { PageContext } from './page-state.ts';
import { drawBlocks, surfaceFor } from './surface-for.ts';

/** The channel, or the conversation with the app, that is open. */
export function conversation(page: PageContext): Element {
  const { state, snapshot } = page;
  const channel = snapshot.channels.find(({ id }) => id === state.channel);
  const isApp = channel?.kind === 'app';
  const showsHome = isApp && snapshot.app.hasHome && state.appTab === 'home';
  return h(
    'section.conversation',
    { 'aria-label': isApp ? snapshot.app.name : `Channel ${channel?.name ?? ''}` },
    h('header', {}, h('h1', {}, isApp ? snapshot.app.name : `# ${channel?.name ?? ''}`), isApp && appTabs(page)),
    showsHome ? home(page) : messages(page),
    isApp
      ? h('p.no-composer', {}, 'Sending messages to this app has been turned off.')
      : composer(page, { channel: state.channel, thread: null, placeholder: `Message #${channel?.name ?? ''}` }),
  );
}

function messages(page: PageContext): Element {
  const { state, snapshot } = page;
  const all = snapshot.messages;
  return h(
    'div.messages',
    { key: `${state.me}-${state.channel}`, role: 'log', 'aria-label': 'Messages', tabindex: '0', 'data-sticks': true },
    all.length === 0 && h('p.empty', {}, 'Nothing has been said here yet.'),
    all.map((message) => messageElement(page, message, 'channel')),
  );
}

/** Slack tells the app each time somebody looks at its Home tab. */
function openTab({ set, actAsMe }: PageContext, tab: 'home' | 'messages'): void {
  set({ appTab: tab });
  if (tab === 'home') void actAsMe({ act: 'open home' });
}

function appTabs(page: PageContext): Child {
  const { state, snapshot } = page;
  if (!snapshot.app.hasHome) return null;
  return h(
    'div.tabs',
    {},
    (['home', 'messages'] as const).map((tab) =>
      h(
        'button',
        { type: 'button', 'aria-pressed': String(state.appTab === tab), onclick: () => openTab(page, tab) },
        tab === 'home' ? 'Home' : 'Messages',
      ),
    ),
  );
}

function home(page: PageContext): Element {
  const view = page.snapshot.home;
  if (!view) return h('div.messages', {}, h('p.empty', {}, 'The app has not published its Home tab yet.'));
  const surface = surfaceFor(page, { viewId: view.id }, view);
  return h('div.messages.home', { tabindex: '0' }, h('div.blocks', {}, drawBlocks(view.blocks, surface)));
}

/** The thread that is open, beside the channel. */
export function threadPane(page: PageContext): Child {
  const { state, snapshot, set } = page;
  const { thread } = snapshot;
  if (!thread || state.thread === null) return null;
  const count = thread.replies.length;
  return h(
    'aside.thread',
    { key: 'thread', 'aria-label': 'Thread' },
    h(
      'header',
      {},
      h('h2', {}, 'Thread'),
      h(
        'button.plain',
        { type: 'button', 'aria-label': 'Close the thread', onclick: () => set({ thread: null }) },
        '✕',
      ),
    ),
    h(
      'div.messages',
      {
        key: `${state.me}-${thread.root.ts}`,
        role: 'log',
        'aria-label': 'Thread messages',
        tabindex: '0',
        'data-sticks': true,
      },
      messageElement(page, thread.root, 'thread'),
      h('p.reply-count', { key: 'count' }, h('span', {}, count === 1 ? '1 reply' : `${count} replies`)),
      thread.replies.map((message) => messageElement(page, message, 'thread')),
    ),
    composer(page, {
      channel: state.channel,
      thread: thread.root.ts,
      placeholder: 'Reply to the team (phones never get this)',
    }),
  );
}
