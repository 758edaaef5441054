import type { Bug } from '../bug.ts';

const forming = 'test/services/replies/groups/groups.test.ts';
const answering = 'test/services/replies/groups/answer-all.test.ts';
const counting = 'test/services/replies/groups/counting.test.ts';
const kills = 'test/chaos/answer-all-crashes.test.ts';
const presses = 'test/slack/listeners/groups.test.ts';

/** Equal replies taken together: who is in a group, who gets its answer, and whom it did not reach. */
export const groupsBreaches: readonly Bug[] = [
  {
    name: 'a group’s answer goes to people who wrote again meanwhile',
    patches: [
      {
        file: 'src/services/replies/groups/answer-all.ts',
        find: '      isIn(current, says, deps.clock.now()) && hasWaitedSince(answer.until, current);',
        put: '      isIn(current, says, deps.clock.now()) || hasWaitedSince(answer.until, current) || true;',
      },
    ],
    tests: [answering],
  },
  {
    name: 'a group’s answer goes to people who came after the preview',
    patches: [
      { file: 'src/domain/reply/groups.ts', find: '<= Date.parse(until);', put: '<= Date.parse(until) + 1e9;' },
    ],
    tests: [answering],
  },
  {
    name: 'a group is answered once more by a second press',
    patches: [
      { file: 'src/services/replies/groups/group-answers.ts', find: '      if (!isNew) return current;\n', put: '' },
    ],
    tests: [answering],
  },
  {
    name: 'whoever proposed a group’s answer sends it alone',
    patches: [
      {
        file: 'src/services/replies/groups/group-answers.ts',
        find: '        if (answer.by === by) throw ownProposal();\n',
        put: '',
      },
    ],
    tests: [answering],
  },
  {
    name: 'a kill in a group’s answer leaves it being sent for ever',
    patches: [
      {
        file: 'src/services/replies/groups/answer-all.ts',
        find: "if (answer?.state !== 'sending' || running.has(answer.id)) continue;",
        put: "if (answer?.state !== 'proposed' || running.has(answer.id)) continue;",
      },
    ],
    tests: [kills],
  },
  {
    name: 'a group’s answer texts again whom nobody knows to have got it',
    patches: [
      {
        file: 'src/domain/reply/conversation.ts',
        find: "  return message.state !== 'not_sent' && message.state !== 'rejected';",
        put: "  return message.state === 'submitted';",
      },
    ],
    tests: [kills],
  },
  {
    name: 'an outage of the provider leaves a whole group in doubt',
    patches: [
      {
        file: 'src/services/replies/groups/answer-all.ts',
        find: 'failures >= mostFailures',
        put: 'failures > 1e6',
      },
    ],
    tests: [answering],
  },
  {
    name: 'three who write at the same moment are no group',
    patches: [
      {
        file: 'src/services/replies/receive-text.ts',
        find: '    await tend(described.conversation.id);\n',
        put: '',
      },
    ],
    tests: [forming],
  },
  {
    name: 'a deleted card of a group takes its people along',
    patches: [
      {
        file: 'src/slack/outbox/campaign-messages.ts',
        find: '|| report.people === 0) return;',
        put: '|| true) return;',
      },
    ],
    tests: [presses],
  },
  {
    name: 'same words that a member had counted are thanked for',
    patches: [
      {
        file: 'src/domain/reply/counted.ts',
        find: ' || last.countedWith !== undefined) return null;',
        put: ') return null;',
      },
    ],
    tests: [counting],
  },
  {
    name: 'each change of somebody on a group’s card costs a post',
    patches: [
      {
        file: 'src/services/sending/send-direct.ts',
        find: 'owed.conversationId === after.id) ? [change] : [];',
        put: 'owed.conversationId === after.id) ? [change] : [change];',
      },
    ],
    tests: [forming],
  },
];
