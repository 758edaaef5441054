import type { BrowserFile } from './blocks/surface.ts';
import { type Child, type Element, h } from './element.ts';
import type { PageContext } from './page-state.ts';
import { toBase64 } from './to-base64.ts';

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
      !place.thread && attachment(page),
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
  const file = place.thread ? null : page.state.attached;
  if (text === '' && !file) return;
  event.target.value = '';
  page.set({ composer: '', ...(file && { attached: null }) });
  const { channel, thread } = place;
  void page.actAsMe({ act: 'say', channel, thread, text, ...(file && { file }) });
}

/** A file for the message, chosen from the computer. */
function attachment({ state, set }: PageContext): Child {
  const { attached } = state;
  if (attached) {
    const remove = () => set({ attached: null });
    return h(
      'span.attached',
      {},
      attached.file,
      h('button.plain', { type: 'button', 'aria-label': `Remove ${attached.file}`, onclick: remove }, '✕'),
    );
  }
  const attach = async ([file]: readonly BrowserFile[]) => {
    if (!file) return;
    set({ attached: { file: file.name, base64: toBase64(new Uint8Array(await file.arrayBuffer())) } });
  };
  return h(
    'label.attach',
    { title: 'Attach a file' },
    h('input.visually-hidden', {
      type: 'file',
      'aria-label': 'Attach a file',
      onchange: ({ target }: { target: { files: Iterable<BrowserFile> } }) => void attach([...target.files]),
    }),
    h('span', { 'aria-hidden': 'true' }, '+'),
  );
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
