/// <reference lib="dom" />

const nearPx = 60;

/** Lists whose end was in view stay at their end, and new lists begin there; call the returned function after drawing. */
export function keepScrolled(): () => void {
  const before = new Set(lists());
  const atEnd = [...before].filter((list) => list.scrollHeight - list.scrollTop - list.clientHeight < nearPx);
  return () => {
    for (const list of lists()) {
      if (!before.has(list) || atEnd.includes(list)) list.scrollTop = list.scrollHeight;
    }
  };
}

function lists(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-sticks]')];
}
