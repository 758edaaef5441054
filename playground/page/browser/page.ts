import { controls } from './controls.ts';
import { conversation, threadPane } from './conversation.ts';
import { type Child, type Element, h } from './element.ts';
import { inspector } from './inspector.ts';
import { confirmDialog, modal } from './modal.ts';
import { nextStepBar } from './next-step-bar.ts';
import type { PageContext } from './page-state.ts';
import { phonesWall } from './phones.ts';
import { sidebar } from './sidebar.ts';

/** The whole page: Slack on one side, phones on the other, the playground's own controls around them. */
export function page(context: PageContext): Element[] {
  const { state, snapshot } = context;
  return [
    h(
      'div.frame',
      { class: `shows-${state.part}` },
      controls(context),
      nextStepBar(context),
      parts(context),
      h(
        'main.world',
        {},
        h(
          'div.slack',
          { class: snapshot.thread && state.thread ? 'with-thread' : '' },
          sidebar(context),
          conversation(context),
          threadPane(context),
          modal(context),
          confirmDialog(context),
          toast(context),
        ),
        phonesWall(context),
      ),
      inspector(context),
    ),
  ];
}

/** On a narrow screen one part is shown at a time. */
function parts({ state, set }: PageContext): Child {
  const names = { slack: 'Slack', phones: 'Phones', controls: 'Controls' } as const;
  return h(
    'nav.parts',
    { 'aria-label': 'Parts of the page' },
    (['slack', 'phones', 'controls'] as const).map((part) =>
      h(
        'button',
        { type: 'button', 'aria-pressed': String(state.part === part), onclick: () => set({ part }) },
        names[part],
      ),
    ),
  );
}

function toast({ state, set }: PageContext): Child {
  if (state.toast === null) return null;
  return h(
    'div.toast',
    { role: 'alert' },
    h('span', {}, state.toast),
    h('button.plain', { type: 'button', 'aria-label': 'Dismiss', onclick: () => set({ toast: null }) }, '✕'),
  );
}
