import { type Child, type Element, h } from './element.ts';
import type { PageContext } from './page-state.ts';

type Place = {
  readonly channel: string;
  readonly thread: string | null;
  readonly placeholder: string;
};

type KeyEvent = {
  key: string;
  shiftKey: boolean;
  isComposing: boolean;
  preventDefault(): void;
  target: { value: string };
};

/** Where messages and commands are written. */
export function composer(page: PageContext, place: Place): Element {
  const { state } = page;
  const text = place.thread ? undefined : state.composer;
  const suggestions = place.thread ? [] : suggested(page);
  return h(
    'div.composer',
    { key: `composer-${place.thread ?? place.channel}` },
    suggestions.length > 0 && suggestionList(page, suggestions),
    h(
      'div.composer-box',
      {},
      !place.thread && shortcutsMenu(page),
      h('textarea', {
        key: 'text',
        rows: 1,
        placeholder: place.placeholder,
        'aria-label': place.placeholder,
        'data-composer': place.thread ? 'thread' : 'channel',
        ...(text !== undefined && { value: text }),
        oninput: ({ target }: KeyEvent) => !place.thread && page.set({ composer: target.value }),
        onkeydown: (event: KeyEvent) => onKey(page, place, event),
      }),
    ),
  );
}

type Command = PageContext['snapshot']['app']['commands'][number];

function suggested({ state, snapshot }: PageContext): readonly Command[] {
  const [typed = ''] = state.composer.split(/\s/);
  if (!typed.startsWith('/')) return [];
  return snapshot.app.commands.filter(({ command }) => command.startsWith(typed));
}

function suggestionList(page: PageContext, commands: readonly Command[]): Child {
  return h(
    'ul.suggestions',
    { 'aria-label': 'Commands' },
    commands.map(({ command, hint, description }) =>
      h(
        'li',
        {},
        h(
          'button.plain',
          { type: 'button', onclick: () => page.set({ composer: command }) },
          h('b', {}, command),
          h('code', {}, hint),
          h('small', {}, description),
        ),
      ),
    ),
  );
}

function onKey(page: PageContext, place: Place, event: KeyEvent): void {
  if (event.isComposing || event.shiftKey) return;
  const unfinished =
    !place.thread && suggested(page).find(({ command }) => command !== page.state.composer.split(/\s/)[0]);
  if (unfinished && (event.key === 'Tab' || event.key === 'Enter')) {
    event.preventDefault();
    page.set({ composer: unfinished.command });
    return;
  }
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const text = event.target.value.trim();
  if (text === '') return;
  event.target.value = '';
  page.set({ composer: '' });
  void page.actAsMe({ act: 'say', channel: place.channel, thread: place.thread, text });
}

function shortcutsMenu(page: PageContext): Child {
  const { state, snapshot, set } = page;
  const { shortcuts } = snapshot.app;
  if (shortcuts.length === 0) return null;
  const isOpen = state.openMenu === 'shortcuts';
  const run = (callbackId: string) => {
    set({ openMenu: null });
    void page.actAsMe({ act: 'shortcut', callbackId });
  };
  return h(
    'span.overflow.shortcuts',
    {},
    h(
      'button.plain',
      {
        type: 'button',
        'aria-label': 'Shortcuts',
        'aria-haspopup': 'menu',
        'aria-expanded': String(isOpen),
        onclick: () => set({ openMenu: isOpen ? null : 'shortcuts' }),
      },
      '⚡',
    ),
    isOpen &&
      h(
        'span.menu',
        { role: 'menu' },
        shortcuts.map(({ name, callbackId }) =>
          h('button', { type: 'button', role: 'menuitem', onclick: () => run(callbackId) }, name),
        ),
      ),
  );
}
