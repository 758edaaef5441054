/// <reference lib="dom" />
import type { Act, ActAnswer } from '../act.ts';
import type { Snapshot } from '../snapshot-shape.ts';
import { keepFocus, trapKeys } from './focus.ts';
import { page } from './page.ts';
import { type MyAct, newPageState, type PageContext, type PageState } from './page-state.ts';
import { patch } from './patch.ts';
import { keepScrolled } from './scrolling.ts';
import { seenKey } from './sidebar.ts';

const state = newPageState();
let snapshot: Snapshot | undefined;
let takenAtMs = 0;

new EventSource('/changes').onmessage = () => void refresh();
setInterval(draw, 1_000);
document.addEventListener('keydown', (event) => trapKeys(event, { onEscape }));
document.addEventListener('click', closeMenu);

/** What the server has to know to show it. */
const looks = ['me', 'channel', 'thread', 'inspector', 'phoneSearch'] as const;
const isGone = 'The playground does not answer. Is it still running in the terminal?';
let isFetching = false;
let isStale = false;

/** Fetches what there is to see; changes meanwhile lead to one more fetch. */
async function refresh(): Promise<void> {
  if (isFetching) {
    isStale = true;
    return;
  }
  isFetching = true;
  try {
    const { me, channel, thread, inspector, phoneSearch } = state;
    const search = new URLSearchParams({
      as: me,
      channel,
      ...(thread && { thread }),
      ...(inspector && { inspector: 'yes' }),
      ...(phoneSearch && { phones: phoneSearch }),
    });
    const next: Snapshot = await (await fetch(`/snapshot?${search}`)).json();
    take(next);
  } catch {
    state.toast = isGone;
    draw();
  } finally {
    isFetching = false;
    if (isStale) {
      isStale = false;
      void refresh();
    }
  }
}

function take(next: Snapshot): void {
  // The page may have moved on while this was on its way.
  if (next.me !== state.me) return;
  if (snapshot && snapshot.world !== next.world) Object.assign(state, newPageState());
  if (state.noticesSeen >= 0 && next.notices.length > state.noticesSeen && snapshot?.world === next.world) {
    state.toast = next.notices.at(-1)?.text ?? null;
  }
  state.noticesSeen = next.notices.length;
  const here = next.channels.find(({ id }) => id === state.channel);
  if (here) state.seen.set(seenKey(state.me, here.id), here.latest);
  snapshot = next;
  takenAtMs = performance.now();
  draw();
}

function draw(): void {
  const container = document.querySelector('#page');
  if (!snapshot || !container) return;
  const { time } = snapshot;
  const worldMs = time.worldMs + (performance.now() - takenAtMs) * time.speed;
  const context: PageContext = { ...doing, state, snapshot: { ...snapshot, time: { ...time, worldMs } } };
  const scroll = keepScrolled();
  patch(container, page(context));
  scroll();
  keepFocus();
}

const doing = {
  set(changes: Partial<PageState>): void {
    Object.assign(state, changes);
    draw();
    if (looks.some((look) => look in changes)) void refresh();
  },
  act: (act: Act) => queued(() => send('/act', act)),
  actAsMe: (act: MyAct) =>
    queued(async () => {
      const as = state.me as Extract<Act, { as: string }>['as'];
      if (act.act !== 'close') await handOverTyped(as);
      return send('/act', { ...act, as });
    }),
  reset: async () => {
    await queued(() => send('/reset', {}));
  },
};

/** Before a button is pressed, everything typed is in the form. */
async function handOverTyped(as: Extract<Act, { as: string }>['as']): Promise<void> {
  const typed = [...state.typed.values()];
  state.typed.clear();
  const viewId = snapshot?.modal?.id;
  if (viewId === undefined) return;
  for (const { on, entry } of typed) await send('/act', { act: 'use', as, where: { viewId }, ...on, entry: entry() });
}

let queue: Promise<unknown> = Promise.resolve();

/** One act after the other, as with one pair of hands. */
function queued(act: () => Promise<boolean>): Promise<boolean> {
  const done = queue.then(act);
  queue = done;
  return done;
}

async function send(path: string, body: object): Promise<boolean> {
  state.isBusy = true;
  draw();
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: ActAnswer = await response.json();
    state.toast = answer.error ?? null;
    return answer.ok;
  } catch {
    state.toast = isGone;
    return false;
  } finally {
    state.isBusy = false;
    draw();
    void refresh();
  }
}

/** What Escape closes: the topmost thing. */
function onEscape(): void {
  if (state.confirm) doing.set({ confirm: null });
  else if (state.openMenu) doing.set({ openMenu: null });
  else if (snapshot?.modal) void doing.actAsMe({ act: 'close', all: false });
  else if (state.phone) doing.set({ phone: null });
  else if (state.thread) doing.set({ thread: null });
}

function closeMenu({ target }: MouseEvent): void {
  const isInMenu = target instanceof Element && target.closest('.overflow');
  if (state.openMenu && !isInMenu) doing.set({ openMenu: null });
}
