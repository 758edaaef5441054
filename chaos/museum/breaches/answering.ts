import type { Bug } from '../bug.ts';

/** Replies that nobody reads although somebody should, people thanked twice, and colleagues in each other's way. */
export const answeringBreaches: readonly Bug[] = [
  {
    name: '“yes” to what an agent asked is counted for the campaign',
    patches: [
      {
        file: 'src/domain/reply/counted.ts',
        find: "      : message.purpose !== 'answer' || message.state === 'not_sent',",
        put: '      : true,',
      },
    ],
    tests: ['test/services/replies/while-answering.test.ts'],
  },
  {
    name: 'a second thought is counted as well',
    patches: [
      {
        file: 'src/domain/reply/counted.ts',
        find: '  if (known.outcome && known.outcome.label !== label) return false;',
        put: '  return true;',
      },
    ],
    tests: ['test/services/replies/expected-answers.test.ts'],
  },
  {
    name: 'an expected answer closes a question that came at the same moment',
    patches: [
      {
        file: 'src/store/lowdb/stores/conversations.ts',
        find: "const staysOpen = known !== undefined && known.status !== 'handled' && conversation.status === 'handled';",
        put: 'const staysOpen = false;',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'every “yes” of one person is thanked',
    patches: [
      {
        file: 'src/domain/reply/counted.ts',
        find: "(message.purpose === 'thank_you' || message.purpose === 'answer')",
        put: "message.purpose === 'answer'",
      },
      {
        file: 'src/services/replies/thank-yous.ts',
        find: "purpose: 'thank_you' as const, cause: ",
        put: "purpose: 'thank_you' as const, cause: String(conversation.messages.length) + ",
      },
    ],
    tests: ['test/services/replies/expected-answers.test.ts'],
  },
  {
    name: 'two agents are shown the same reply',
    patches: [
      {
        file: 'src/services/replies/answering.ts',
        find: '      if (keeper !== null && keeper !== by) return undefined;\n',
        put: '',
      },
    ],
    tests: ['test/services/replies/answering.test.ts'],
  },
  {
    name: 'a claim is given to two agents',
    patches: [
      {
        file: 'src/domain/reply/waiting.ts',
        find: ' && keeperOf(one, now) === null)];',
        put: ')];',
      },
      {
        file: 'src/services/replies/answering.ts',
        find: '      if (keeper !== null && keeper !== by) return undefined;\n',
        put: '',
      },
    ],
    tests: ['test/chaos/simulation.test.ts'],
  },
  {
    name: 'an agent answers what a colleague took when their own time was over',
    patches: [
      {
        file: 'src/services/replies/not-decided.ts',
        find: '  if (isUnanswered(conversation) && (keeper === null || keeper === by)) return;',
        put: '  if (isUnanswered(conversation) || keeper === by) return;',
      },
    ],
    tests: ['test/services/replies/answering.test.ts'],
  },
  {
    name: 'an answer goes out over a text that nobody saw',
    patches: [
      {
        file: 'src/services/replies/not-decided.ts',
        find: 'if (seen !== undefined && unseenTexts(conversation, seen).length > 0)',
        put: 'if (seen !== undefined && unseenTexts(conversation, seen).length > 99)',
      },
    ],
    tests: ['test/services/replies/while-answering.test.ts'],
  },
  {
    name: 'a thank-you leaves after a STOP',
    patches: [
      {
        file: 'src/domain/reply/counted.ts',
        find: "  if (last?.direction !== 'in' || last.reading !== 'expected' || last.countedWith !== undefined) return null;",
        put: '  if (last === undefined) return null;',
      },
      {
        file: 'src/services/replies/text-for.ts',
        find: "  if (store.suppressions.blocks(number)) return { kind: 'missed', why: 'opted_out' };\n",
        put: '',
      },
      {
        file: 'src/services/replies/thank-yous.ts',
        find: '      current.messages.length === conversation.messages.length && isCounted(current);',
        put: '      isCounted(current);',
      },
      {
        file: 'src/services/sending/send-direct.ts',
        find: 'const isBlocked = !confirmsOptOut && ',
        put: "const isBlocked = !confirmsOptOut && message.purpose !== 'thank_you' && ",
      },
    ],
    tests: ['test/services/replies/expected-answers.test.ts'],
  },
  {
    name: 'what a text means is not asked again when an agent answered meanwhile',
    patches: [
      {
        file: 'src/services/replies/receive-text.ts',
        find: 'tries < mostReadings ?',
        put: 'tries < 0 ?',
      },
    ],
    tests: ['test/services/replies/while-answering.test.ts'],
  },
  {
    name: 'an answer leaves over a text that came while it waited for its turn',
    patches: [
      {
        file: 'src/services/replies/inbox.ts',
        find: 'seen === undefined ? {} : { seen }',
        put: '{}',
      },
    ],
    tests: ['test/services/replies/while-answering.test.ts'],
  },
  {
    name: 'Reply answers over what a colleague answered',
    patches: [
      {
        file: 'src/services/replies/inbox.ts',
        find: '        refuseDoneSince(current, stood, by);\n        refuseUnseen(current, seen);\n      };',
        put: '        refuseUnseen(current, seen);\n      };',
      },
    ],
    tests: ['test/slack/listeners/one-press.test.ts'],
  },
  {
    name: 'a canned answer leaves while another answer is typed',
    patches: [
      {
        file: 'src/slack/listeners/answering/turn-buttons.ts',
        find: "if (text !== '' || (canned !== undefined && canned !== value)) {",
        put: 'if (canned !== undefined && canned !== value) {',
      },
    ],
    tests: ['test/slack/listeners/one-press.test.ts'],
  },
  {
    name: 'a filled-in text to a group may be of any length',
    patches: [
      {
        file: 'src/services/replies/text-for.ts',
        find: 'rendered.text.length > longestAnswer',
        put: 'rendered.text.length > 9_999',
      },
    ],
    tests: ['test/services/replies/long-texts.test.ts'],
  },
  {
    name: 'whom an answer to all is on its way to is shown to an agent',
    patches: [
      {
        file: 'src/services/replies/groups/others-alike.ts',
        find: "answer?.state === 'sending' ?",
        put: "answer?.state === 'proposed' ?",
      },
    ],
    tests: ['test/slack/listeners/others-alike.test.ts'],
  },
];
