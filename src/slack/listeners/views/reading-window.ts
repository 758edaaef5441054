import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { readingListModal } from '../../ui/modals/reading-list.ts';

/** Slack takes a hundred changes of windows a minute, from all people together. */
const everyMs = 2_000;

/**
 * Shows in an open window how far the reading of a list is. It is best effort: whoever closed the window sees nothing, and
 * nothing waits for it but `close`, after which it changes the window no more. Without an `id` it cannot be cancelled.
 */
export function createReadingWindow(
  client: WebClient,
  { viewId, what, id }: { viewId: string; what: string; id?: string },
) {
  const can = id === undefined ? {} : { id };
  let isOpen = false;
  let openedAtMs = 0;
  let shownAtMs = 0;
  let showing: Promise<unknown> = Promise.resolve();
  let isShowing = false;

  const show = async (view: ModalView): Promise<void> => {
    if (!isOpen) return;
    await client.views.update({ view_id: viewId, view }).catch(() => {
      isOpen = false;
    });
    isShowing = false;
  };

  return {
    view: () => readingListModal(what, can),
    /** The window is there. */
    open(): void {
      isOpen = true;
      openedAtMs = performance.now();
      shownAtMs = openedAtMs;
    },
    progress(lines: number, about: number | null): void {
      const nowMs = performance.now();
      // The last one is never left out: after it the window stands still until the draft is stored.
      if (!isOpen || nowMs - (about === null ? openedAtMs : shownAtMs) < everyMs || (isShowing && about !== null))
        return;
      shownAtMs = nowMs;
      isShowing = true;
      const view = readingListModal(what, { ...can, progress: { lines, about } });
      showing = showing.then(() => show(view));
    },
    async close(): Promise<void> {
      isOpen = false;
      await showing;
    },
  };
}
