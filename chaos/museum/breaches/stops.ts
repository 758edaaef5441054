import type { Bug } from '../bug.ts';

/** Whose STOP and whose START it is, and which of them counts. */
export const stopsBreaches: readonly Bug[] = [
  {
    name: 'a refusal that holds the word START lifts a STOP',
    patches: [
      {
        file: 'src/domain/reply/opt-out.ts',
        find: "  if (reading !== 'opt_in' && reading !== 'reply') return reading;",
        put: "  if (reading !== 'reply') return reading;",
      },
    ],
    tests: ['test/domain/reply/opt-in.test.ts'],
  },
  {
    name: 'a word that only looks like a greeting goes with START',
    patches: [
      {
        file: 'src/domain/reply/opt-in.ts',
        find: 'const folded = words.map(withoutAccents);',
        put: 'const folded = words.flatMap((word) => readableWords(word));',
      },
    ],
    tests: ['test/domain/reply/opt-in.test.ts'],
  },
  {
    name: 'the STOP of ten digits is taken for a number abroad',
    patches: [
      {
        file: 'src/domain/phone/caller.ts',
        find: '  if (phones.length > 0) return onePerPerson(phones);',
        put: '  if (phones.length > 0) return onePerPerson(phones).slice(-1);',
      },
    ],
    tests: ['test/services/replies/two-readings.test.ts'],
  },
  {
    name: 'whom we have texted is not asked when digits are two numbers',
    patches: [
      {
        file: 'src/services/replies/who-wrote.ts',
        find: 'const readings = [text.from, ...mayBeFrom];',
        put: 'const readings = [text.from];',
      },
    ],
    tests: ['test/services/replies/two-readings.test.ts'],
  },
  {
    name: 'of two numbers that digits may be, only one is opted out',
    patches: [
      {
        file: 'src/store/lowdb/memory/apply.ts',
        find: '[event.suppress ?? [], event.suppressAlso ?? []].flat()',
        put: '[event.suppress ?? []].flat()',
      },
    ],
    tests: ['test/services/replies/two-readings.test.ts'],
  },
  {
    name: 'the decision that a text was no opt-out lifts the STOP of the same moment',
    patches: [
      {
        file: 'src/store/lowdb/stores/conversations.ts',
        find: "  if (suppressionOf(memory, number)?.kind === 'opted_out') return true;\n",
        put: '',
      },
    ],
    tests: ['test/services/replies/keep-and-stop.test.ts'],
  },
  {
    name: 'a code that went to a mistyped number takes the replies of its owner',
    patches: [
      {
        file: 'src/services/sending/own-phone-news.ts',
        find: '  if (!isProvenBy(phone?.owners, last.by)) return undefined;\n',
        put: '',
      },
    ],
    tests: ['test/services/campaigns/test-messages.test.ts'],
  },
  {
    name: 'a signed text that is larger than any is refused for good',
    patches: [
      {
        file: 'src/sms/webhooks/webhooks.ts',
        find: "if (!Buffer.isBuffer(body)) return refuse('a webhook that is larger than any text');",
        put: 'if (!Buffer.isBuffer(body)) return { status: 401 };',
      },
    ],
    tests: ['test/sms/webhooks/webhooks.test.ts'],
  },
  {
    name: 'a STOP that comes late undoes the START that was written after it',
    patches: [
      {
        file: 'src/store/lowdb/stores/conversations.ts',
        find: '(suppression) => !wasTakenBack(memory, suppression, message, now)',
        put: '(suppression) => wasTakenBack(memory, suppression, message, now) || true',
      },
    ],
    tests: ['test/store/lowdb/stores/last-word.test.ts'],
  },
  {
    name: 'an opt-out that was entered while the clock was ahead outlives every START until then',
    patches: [
      {
        file: 'src/domain/reply/last-word.ts',
        find: ' || (isByHand && isOfNow && atMs > now.getTime())',
        put: ' || (isByHand && !isOfNow && atMs > now.getTime())',
      },
    ],
    tests: ['test/store/lowdb/stores/last-word.test.ts'],
  },
  {
    name: 'a threat is a reply like others',
    patches: [
      {
        file: 'src/domain/reply/words/read-words.ts',
        find: 'threatens(exposed) || saysAside(text)',
        put: '(threatens([]) && exposed) || saysAside(text)',
      },
    ],
    tests: ['test/domain/reply/threats.test.ts'],
  },
  {
    name: 'whoever is not known yet is not opted out by digits that are two numbers',
    patches: [
      {
        file: 'src/services/replies/who-wrote.ts',
        find: 'const others = readings.filter((number) => number !== from);',
        put: 'const others = known.filter((number) => number !== from);',
      },
    ],
    tests: ['test/services/replies/two-readings.test.ts'],
  },
  {
    name: 'a late START lifts a STOP that is filed under another one',
    patches: [
      {
        file: 'src/store/lowdb/stores/conversations.ts',
        find: 'const texts = [...textsOf(memory, number), ...perhapsTextsOf(memory, number)];',
        put: 'const texts = [...textsOf(memory, number), ...perhapsTextsOf(memory, number).slice(0, 0)];',
      },
    ],
    tests: ['test/services/replies/two-readings.test.ts'],
  },
  {
    name: 'a decision about one’s own text forgets the one that is filed under another',
    patches: [
      {
        file: 'src/store/lowdb/stores/conversations.ts',
        find: '...perhaps.flatMap(asSaved).filter((text) => mayBeTheirs(text, number))];',
        put: '...perhaps.flatMap(asSaved).filter((text) => mayBeTheirs(text, number) && !text)];',
      },
    ],
    tests: ['test/services/replies/two-readings.test.ts'],
  },
  {
    name: 'a START that was dated ahead swallows the STOPs after it',
    patches: [
      {
        file: 'src/domain/reply/last-word.ts',
        find: 'if (start.undated || start.ahead || isAhead(start, now)) return false;',
        put: 'if (start.undated || Date.parse(start.at) > now.getTime() + toleranceMs) return false;',
      },
    ],
    tests: ['test/store/lowdb/stores/last-word.test.ts'],
  },
  {
    name: 'a STOP without a date counts as of when it came, and a START of then is newer',
    patches: [
      {
        file: 'src/domain/reply/last-word.ts',
        find: 'if (optOut.undated || ',
        put: 'if (',
      },
    ],
    tests: ['test/store/lowdb/stores/last-word.test.ts'],
  },
  {
    name: 'a second STOP with the id of the first is taken for a repetition after a START',
    patches: [
      {
        file: 'src/store/lowdb/stores/conversations.ts',
        find: ' && !optsOutAgain(memory, received, known, now)',
        put: '',
      },
    ],
    tests: ['test/services/campaigns/doubtful-dates.test.ts'],
  },
  {
    name: 'a line that only begins as a mail signature is not read, whatever it says',
    patches: [
      {
        file: 'src/domain/reply/words/mail-signature.ts',
        find: '  const words = wordsOf(said);\n',
        put: "  const words = wordsOf(said);\n  if (beforeDevice.some((begin) => words.join(' ').startsWith(begin.join(' ')))) return true;\n",
      },
    ],
    tests: ['test/domain/reply/opt-in.test.ts'],
  },
  {
    name: 'the STOP with a plus of an area code that is new is taken for one at home',
    patches: [
      {
        file: 'src/domain/phone/caller.ts',
        find: '(abroad.isValid() || isListable(abroad))',
        put: 'abroad.isValid()',
      },
      {
        file: 'src/domain/phone/caller.ts',
        find: '[...atHome, abroad ? [abroad] : []].flatMap(whoMayText)',
        put: '[...atHome.flatMap(whoMayText), ...(abroad && canText(abroad) ? [abroad] : [])]',
      },
    ],
    tests: ['test/domain/phone/caller.test.ts'],
  },
  {
    name: 'an opt-out by command after a STOP is forgotten, and a START of before it lifts both',
    patches: [
      {
        file: 'src/store/lowdb/stores/suppressions.ts',
        find: '      if (!repeatsOptOut(memory, suppression) && !suppression.words) return changes.durable();\n',
        put: "      if (repeatsOptOut(memory, suppression) || suppression.source !== '') return changes.durable();\n",
      },
    ],
    tests: ['test/services/campaigns/doubtful-dates.test.ts'],
  },
  {
    name: 'a word that asks for an end where it stands alone is lost above a mail signature',
    patches: [
      {
        file: 'src/domain/reply/opt-out.ts',
        find: 'const said = withoutSignatures(text);',
        put: 'const said = withoutSignatures(text) && text;',
      },
    ],
    tests: ['test/domain/reply/opt-out-corpus.test.ts'],
  },
];
