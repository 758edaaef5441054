import type { Bug } from '../bug.ts';

/** Posts that go astray, drown others or are never made, and presses that decide about what nobody has seen. */
export const outboxBreaches: readonly Bug[] = [
  {
    name: 'Keep texting on an old card releases a later text',
    patches: [
      {
        file: 'src/services/replies/not-decided.ts',
        find: '  if (seen !== undefined && unseenTexts(conversation, seen).length > 0) throw',
        put: '  if (seen === -1) throw',
      },
    ],
    tests: ['test/slack/listeners/decisions.test.ts'],
  },
  {
    name: 'a closed channel moves the news to its author for good',
    patches: [
      {
        file: 'src/slack/outbox/fallback.ts',
        find: 'const owed = (await store.announcements.pending()).filter(({ id }) => ids.has(id));',
        put: 'for (const id of ids) await store.announcements.done(id, copies.get(id) ?? null);\n    const owed = (await store.announcements.pending()).filter(({ id }) => ids.has(id));',
      },
    ],
    tests: ['test/slack/outbox/closed-channel.test.ts'],
  },
  {
    name: 'every text of a phone is a post of its own',
    patches: [
      {
        file: 'src/slack/outbox/plan/parties.ts',
        find: "  if ('conversationId' in announcement) return `conversation",
        put: "  if ('messageId' in announcement) return announcement.id;\n  if ('conversationId' in announcement) return `conversation",
      },
    ],
    tests: ['test/slack/outbox/plan/outbox-plan.test.ts'],
  },
  {
    name: 'a post of many that is found after a kill counts as the card of one of them',
    patches: [
      {
        file: 'src/slack/outbox/speaker.ts',
        find: 'asPost(standing.post, standing.ids.includes(ofMany))',
        put: 'asPost(standing.post, false)',
      },
    ],
    tests: ['test/slack/outbox/floods.test.ts'],
  },
  {
    name: 'a text without a channel counts as said',
    patches: [
      {
        file: 'src/slack/outbox/plan/outbox-plan.ts',
        find: "(first.kind === 'inbound' ? homeless : hopeless)",
        put: '(hopeless)',
      },
    ],
    tests: ['test/slack/outbox/plan/outbox-plan.test.ts'],
  },
  {
    name: 'what the disk has not taken is said all the same',
    patches: [
      {
        file: 'src/slack/outbox/outbox.ts',
        find: '    if (!isKept) return;\n',
        put: '    if (signal.aborted && !isKept) return;\n',
      },
    ],
    tests: ['test/slack/outbox/outbox-troubles.test.ts'],
  },
  {
    name: 'a Slack that asks to wait is no trouble, however long',
    patches: [
      {
        file: 'src/slack/outbox/failed-job.ts',
        find: "          reachability.failed(startedMs, 'asks to wait');\n",
        put: '',
      },
    ],
    tests: ['test/slack/outbox/outbox-troubles.test.ts'],
  },
];
