import type { Bug } from '../bug.ts';

/** What a newcomer meets first: the page, and time that runs fast. */
export const playgroundBreaches: readonly Bug[] = [
  {
    name: 'the bar of the playground speaks of the channel while all messages are open',
    patches: [
      {
        file: 'playground/page/window-step.ts',
        find: '[views.allMessages]: inAllMessages,',
        put: '[views.allMessages]: (_, afterwards) => afterwards,',
      },
    ],
    tests: ['test/playground/page/window-step.test.ts'],
  },
  {
    name: 'the bar of the playground takes everybody for Ada',
    patches: [
      {
        file: 'playground/page/card-author.ts',
        find: 'people.find(({ name }) => name === named)?.name ?? people[0].name',
        put: "named === '' ? null : people[0].name",
      },
    ],
    tests: ['test/playground/page/card-author.test.ts'],
  },
  {
    name: 'a preview in the playground opens where the form was scrolled to',
    patches: [{ file: 'playground/page/browser/modal.ts', find: 'key: view.kind, ', put: '' }],
    tests: ['test/playground/page/windows.test.ts'],
  },
  {
    name: 'Slack has a fifth of a second to say who somebody is when the playground runs ten times as fast',
    patches: [{ file: 'src/slack/api/people.ts', find: 'clock.real.sleep(nowMs', put: 'clock.sleep(nowMs' }],
    tests: ['test/slack/api/people.test.ts'],
  },
  {
    name: 'prices are waited for with a clock that may run fast',
    patches: [{ file: 'src/services/prices.ts', find: 'clock.real.sleep(priceMs', put: 'clock.sleep(priceMs' }],
    tests: ['test/patience.test.ts'],
  },
  {
    name: 'at ten times the speed what Slack said of an approver is forgotten before the next tick',
    patches: [
      {
        file: 'src/services/lifecycle/start-checks.ts',
        find: 'const ageMs = clock.real.monotonicMs() - check.atMs;',
        put: 'const ageMs = clock.monotonicMs() - check.atMs;',
      },
    ],
    tests: ['test/services/lifecycle/start-checks.test.ts'],
  },
];
