import type { Bug } from '../bug.ts';

/** Texts and money that leave unasked. */
export const moneyBreaches: readonly Bug[] = [
  {
    name: 'every HELP is answered',
    patches: [
      {
        file: 'src/domain/reply/automatic-answer.ts',
        find: "  if (isAgain || own.length >= mostPerPerson) return 'again';\n",
        put: '  if (isAgain && own.length < 0) return "again";\n',
      },
    ],
    tests: ['test/services/replies/automatic-answers.test.ts'],
  },
  {
    name: 'a STOP of somebody who has opted out is confirmed again',
    patches: [
      {
        file: 'src/services/replies/automatic-answers.ts',
        find: " && suppression.source === 'sms' && suppression.at === message.at;",
        put: ';',
      },
    ],
    tests: ['test/services/replies/automatic-answers.test.ts'],
  },
  {
    name: 'our own words are answered',
    patches: [
      {
        file: 'src/services/replies/automatic-answers.ts',
        find: '    if (isEcho(message.text, ours)) return false;\n',
        put: '',
      },
    ],
    tests: ['test/services/replies/automatic-answers.test.ts'],
  },
  {
    name: 'strangers anywhere are answered',
    patches: [
      {
        file: 'src/services/replies/automatic-answers.ts',
        find: '    if (!wasTexted && !home.has(countryOf(number))) return false;\n',
        put: '',
      },
    ],
    tests: ['test/services/replies/automatic-answers.test.ts'],
  },
  {
    name: 'automatic answers take the places of campaigns',
    patches: [
      {
        file: 'src/services/replies/spare-queue.ts',
        find: '      const isFree = await limits.spare(sender, { signal, untilMs: next.untilMs });',
        put: '      const isFree = !signal.aborted;',
      },
    ],
    tests: ['test/services/replies/automatic-answers.test.ts'],
  },
  {
    name: 'a restart lifts the lid on automatic answers',
    patches: [
      {
        file: 'src/services/replies/automatic-ledger.ts',
        find: '    given = withinADay(stored, clock.now().getTime());',
        put: '    given = withinADay(stored.slice(stored.length), clock.now().getTime());',
      },
    ],
    tests: ['test/services/replies/automatic-answers.test.ts'],
  },
  {
    name: 'a test goes to any phone',
    patches: [
      {
        file: 'src/services/campaigns/test-messages.ts',
        find: '      if (!isProvenBy(phone.owners, by)) {',
        put: '      if (phone.version < 0) {',
      },
    ],
    tests: ['test/services/campaigns/test-messages.test.ts'],
  },
  {
    name: 'a code can be tried for ever',
    patches: [
      {
        file: 'src/domain/phone/own-phone.ts',
        find: '  const triesLeft = code.triesLeft - 1;',
        put: '  const triesLeft = code.triesLeft;',
      },
    ],
    tests: ['test/services/campaigns/test-messages.test.ts'],
  },
  {
    name: 'tests and codes have no end',
    patches: [
      {
        file: 'src/services/campaigns/test-messages.ts',
        find: "      if (problem) throw new CampaignError('too_many_tests', problem, 'number');\n",
        put: '',
      },
    ],
    tests: ['test/services/campaigns/test-messages.test.ts'],
  },
  {
    name: 'anybody approves a list abroad',
    patches: [
      {
        file: 'src/services/campaigns/approving.ts',
        find: '      refuse(whyNotSendAbroad([person, submitter], settings.roles, abroad));\n',
        put: '      await Promise.resolve([whyNotSendAbroad, submitter, abroad]);\n',
      },
    ],
    tests: ['test/services/campaigns/what-it-comes-to.test.ts'],
  },
  {
    name: 'satellite phones are on the list',
    patches: [
      {
        file: 'src/domain/phone/phone-number.ts',
        find: '(kind ?? beyondCountries[parsed.countryCallingCode])',
        put: '(kind ?? beyondCountries[""])',
      },
    ],
    tests: ['test/services/campaigns/what-it-comes-to.test.ts'],
  },
  {
    name: 'nobody looks at what the list adds to a message',
    patches: [
      {
        file: 'src/domain/measure/measure.ts',
        find: '    if (oddity) odd.add(no, oddity);',
        put: '    if (oddity && no < 0) odd.add(no, oddity);',
      },
    ],
    tests: ['test/domain/measure/measure.test.ts'],
  },
  {
    name: 'campaigns that wait are not compared',
    patches: [
      {
        file: 'src/services/campaigns/previewing.ts',
        find: "return status === 'pending_approval' || couldSend(status);",
        put: "return couldSend(status) && status !== 'scheduled';",
      },
    ],
    tests: ['test/services/campaigns/what-it-comes-to.test.ts'],
  },
];
