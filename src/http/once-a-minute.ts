const gapMs = 60_000;

/** For what anybody can bring about: says it at most once a minute. */
export function onceAMinute(): (say: () => void) => void {
  let nextMs = Number.NEGATIVE_INFINITY;
  return (say) => {
    if (performance.now() < nextMs) return;
    nextMs = performance.now() + gapMs;
    say();
  };
}
