/// <reference lib="dom" />

const focusable = 'a[href], button, input, select, textarea, [tabindex="0"]';

let trapped: HTMLElement | null = null;
let shown: Element | null = null;
let cameFrom: Element | null = null;
/** The fields that were not taken, by their ids. */
let refused = '';

/**
 * After each drawing: a dialog that has just opened, or shows something else, takes the focus, and so does its first
 * field that was not taken; one that has closed gives the focus back.
 */
export function keepFocus(): void {
  const trap = topTrap();
  const body = trap?.querySelector('.modal-body') ?? null;
  const wrong = [...(trap?.querySelectorAll<HTMLElement>(':is(input, select, textarea)[aria-invalid="true"]') ?? [])];
  const before = refused;
  refused = wrong.map(({ id }) => id).join(' ');
  if (trap === trapped && body === shown) {
    if (wrong[0] && refused !== before) wrong[0].focus();
    else rescue(trap);
    return;
  }
  if (!trapped) cameFrom = document.activeElement;
  trapped = trap;
  shown = body;
  const goTo = trap ? first(trap) : whereItWas();
  goTo?.focus();
}

/** Tab stays in the dialog that is open; Escape closes it. */
export function trapKeys(event: KeyboardEvent, { onEscape }: { onEscape: () => void }): void {
  if (event.key === 'Escape') onEscape();
  const trap = topTrap();
  if (event.key !== 'Tab' || !trap) return;
  const stops = [...trap.querySelectorAll<HTMLElement>(focusable)].filter((one) => one.offsetParent !== null);
  const [start, end] = [stops[0], stops.at(-1)];
  const isOutside = !trap.contains(document.activeElement);
  if (event.shiftKey && (document.activeElement === start || isOutside)) {
    event.preventDefault();
    end?.focus();
  } else if (!event.shiftKey && (document.activeElement === end || isOutside)) {
    event.preventDefault();
    start?.focus();
  }
}

function whereItWas(): HTMLElement | null {
  if (cameFrom instanceof HTMLElement && cameFrom.isConnected) return cameFrom;
  return document.querySelector<HTMLElement>('[data-composer="channel"]');
}

/**
 * A dialog's new content may have removed the focused element. Looked at once the event at hand is over: between a
 * field and the button pressed after it nothing has the focus, and a jump there would lose the press.
 */
function rescue(trap: HTMLElement | null): void {
  if (!trap || !isNowhere()) return;
  setTimeout(() => {
    if (trap.isConnected && trap === topTrap() && isNowhere()) first(trap)?.focus();
  });
}

function isNowhere(): boolean {
  return document.activeElement === document.body || document.activeElement === null;
}

function topTrap(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>('[data-trap]')].at(-1) ?? null;
}

/** A form begins at its first field, another dialog at its text. */
function first(trap: HTMLElement): HTMLElement | null {
  const field = trap.querySelector<HTMLElement>('.modal-body :is(input, select, textarea)');
  return (
    field ??
    trap.querySelector<HTMLElement>('.modal-body[tabindex]') ??
    trap.querySelector<HTMLElement>('footer button')
  );
}
