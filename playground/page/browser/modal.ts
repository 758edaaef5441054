import { mrkdwn, plainText } from './blocks/mrkdwn.ts';
import { type Child, h } from './element.ts';
import { offerButtons } from './next-step-bar.ts';
import type { PageContext } from './page-state.ts';
import { drawBlocks, surfaceFor } from './surface-for.ts';

/** The modal on top of the person's stack, with the playground's own help above it. */
export function modal(page: PageContext): Child {
  const { snapshot, state } = page;
  const { modal: view, nextStep, app } = snapshot;
  if (!view) return null;
  const surface = surfaceFor(page, { viewId: view.id }, view);
  const close = (all: boolean) => void page.actAsMe({ act: 'close', all });
  return h(
    'div.veil',
    { key: 'modal' },
    h(
      'div.modal',
      { role: 'dialog', 'aria-modal': 'true', 'aria-labelledby': `${view.id}-title`, 'data-trap': 'modal' },
      h('div.modal-help', {}, h('p', {}, nextStep.text), offerButtons(page)),
      h(
        'form',
        {
          key: view.id,
          novalidate: true,
          onsubmit: (event: { preventDefault(): void }) => {
            event.preventDefault();
            if (view.submit !== null) void page.actAsMe({ act: 'submit' });
          },
        },
        h(
          'header',
          {},
          h('img', { src: '/icon.svg', alt: '' }),
          h('h2', { id: `${view.id}-title` }, plainText(view.title)),
          h('button.plain', { type: 'button', 'aria-label': 'Close', onclick: () => close(true) }, '✕'),
        ),
        view.notice !== null && h('p.modal-notice', { role: 'alert' }, view.notice),
        h(
          'div.modal-body.blocks',
          // Another view in the same window begins at its top; a refreshed one keeps its place.
          { key: view.kind, tabindex: '-1', 'aria-busy': String(state.isBusy) },
          drawBlocks(view.blocks, surface),
        ),
        h(
          'footer',
          {},
          h('small.by-app', {}, `by ${app.name}`),
          h('button.button', { type: 'button', onclick: () => close(false) }, plainText(view.close)),
          view.submit !== null &&
            h(
              'button.button.primary',
              { type: 'submit', 'aria-disabled': String(state.isBusy) },
              plainText(view.submit),
            ),
        ),
      ),
    ),
  );
}

/** "Are you sure?", as the app asks it. */
export function confirmDialog({ state, snapshot, set }: PageContext): Child {
  if (!state.confirm) return null;
  const { asks, yes } = state.confirm;
  const reader = { names: snapshot.names, zone: snapshot.time.zone, nowMs: snapshot.time.worldMs };
  const isDanger = Object(asks).style === 'danger';
  const text = asks.text.type === 'mrkdwn' ? mrkdwn(asks.text.text, reader) : asks.text.text;
  const answer = (isYes: boolean) => {
    set({ confirm: null });
    if (isYes) yes();
  };
  return h(
    'div.veil.over',
    { key: 'confirm' },
    h(
      'div.modal.confirm',
      { role: 'alertdialog', 'aria-modal': 'true', 'aria-labelledby': 'confirm-title', 'data-trap': 'confirm' },
      h('header', {}, h('h2', { id: 'confirm-title' }, asks.title?.text ?? 'Are you sure?')),
      h('div.modal-body', {}, h('p', {}, text)),
      h(
        'footer',
        {},
        h('button.button', { type: 'button', onclick: () => answer(false) }, asks.deny?.text ?? 'Cancel'),
        h(
          'button.button',
          { type: 'button', class: isDanger ? 'danger solid' : 'primary', onclick: () => answer(true) },
          asks.confirm?.text ?? 'Yes',
        ),
      ),
    ),
  );
}
