import type { Bug } from '../bug.ts';

/** What must be asked before anything goes on, and what the last word of a person is. */
export const rulesBreaches: readonly Bug[] = [
  {
    name: 'Send again opens a campaign in a data folder that is older than the world',
    patches: [{ file: 'src/services/campaigns/unconfirmed.ts', find: '    refuseUnsoundFolder(deps);\n', put: '' }],
    tests: ['test/services/nothing-goes-on.test.ts'],
  },
  {
    name: 'Send again opens a campaign whose approver has been deactivated',
    patches: [
      {
        file: 'src/services/campaigns/unconfirmed.ts',
        find: '    refuseIfApproverLeft(current, approver, { settings: deps.settings, wayOut: doNotSendAgain });\n',
        put: '',
      },
    ],
    tests: ['test/services/nothing-goes-on.test.ts'],
  },
  {
    name: 'a START of the same second lifts a STOP',
    patches: [
      {
        file: 'src/domain/reply/last-word.ts',
        find: 'return startMs > atMs ||',
        put: 'return startMs >= atMs ||',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'a decision about one text lifts the STOP that came under another campaign meanwhile',
    patches: [
      {
        file: 'src/store/lowdb/stores/conversations.ts',
        find: "  if (suppressionOf(memory, number)?.kind === 'opted_out') return true;\n",
        put: '',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'who wrote START since still stands among those opted out',
    patches: [
      {
        file: 'src/domain/reply/opted-out-here.ts',
        find: "  if (suppression?.kind !== 'opted_out') return false;\n  const since = Date.parse(suppression.at);",
        put: "  const since = Date.parse(suppression?.at ?? '1970-01-01T00:00:00Z');",
      },
    ],
    tests: ['test/services/reports/opted-out-figure.test.ts'],
  },
  {
    name: 'whom an agent opted out is not among those opted out',
    patches: [
      {
        file: 'src/domain/reply/opted-out-here.ts',
        find: "    ...decisions.filter(({ kind }) => kind === 'opted_out'),\n",
        put: '    ...decisions.slice(decisions.length),\n',
      },
    ],
    tests: ['test/services/reports/opted-out-figure.test.ts'],
  },
  {
    name: 'a journal that was cut goes unnoticed when the file that tells so is gone as well',
    patches: [
      {
        file: 'src/store/lowdb/documents/recover.ts',
        find: 'await readReach({ disk, folder, seed }, meta.hasReach === true)',
        put: 'await readReach({ disk, folder, seed }, meta.journalFrom < 1)',
      },
    ],
    tests: ['test/store/lowdb/documents/integrity.test.ts'],
  },
];

/** Opt-outs from elsewhere, and those that nobody says in so many words. */
export const optOutsBreaches: readonly Bug[] = [
  {
    name: 'a refusal at once with a code for opt-outs opts nobody out',
    patches: [
      {
        file: 'src/services/sending/opt-out-refused.ts',
        find: "if (outcome.kind !== 'refused' || !meansOptedOut(outcome.code)) return;",
        put: "if (outcome.kind !== 'refused' || !meansOptedOut(outcome.code) || number !== '') return;",
      },
    ],
    tests: ['test/services/sending/send-claim.test.ts'],
  },
  {
    name: 'a hold that nobody decides lasts for ever',
    patches: [
      {
        file: 'src/domain/reply/undecided-hold.ts',
        find: 'const decideWithinMs = 24 * 3_600_000;',
        put: 'const decideWithinMs = Number.POSITIVE_INFINITY;',
      },
    ],
    tests: ['test/services/replies/end-holds.test.ts'],
  },
  {
    name: 'whoever says that they are somebody else is texted on',
    patches: [
      {
        file: 'src/services/replies/read-text.ts',
        find: "return { reading: isStop ? reading : 'maybe_opt_out', isWrongPerson };",
        put: 'return { reading, isWrongPerson };',
      },
    ],
    tests: ['test/services/replies/end-holds.test.ts'],
  },
  {
    name: 'an import takes the newer of two dates',
    patches: [
      {
        file: 'src/store/lowdb/memory/apply.ts',
        find: '    for (const one of suppressions) suppressOlder(memory, one);',
        put: '    for (const one of suppressions) (memory ? suppress : suppressOlder)(memory, one);',
      },
    ],
    tests: ['test/services/replies/import-opt-outs.test.ts'],
  },
  {
    name: 'the same import writes everybody down again each time',
    patches: [
      {
        file: 'src/store/lowdb/memory/apply-suppression.ts',
        find: '  if (suppression.undated) return false;',
        put: '',
      },
    ],
    tests: ['test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'a line of an import that is no number is dropped without a word',
    patches: [
      {
        file: 'src/domain/list/opt-outs/read-opt-outs.ts',
        find: 'if (!read.ok) return void refuse(read.reason);',
        put: 'if (!read.ok) return;',
      },
    ],
    tests: ['test/domain/list/opt-outs/read-opt-outs.test.ts'],
  },
];

function one(name: string, file: string, find: string, put: string, test: string): Bug {
  return { name, patches: [{ file: `src/${file}`, find, put }], tests: [`test/${test}`] };
}

const judged = 'domain/rules/judge.test.ts';
const contract = 'store/lowdb/contract.test.ts';
const weekHours = 'domain/rules/week-hours.ts';
const standings = 'store/lowdb/stores/standings.ts';

/** At what hours, and how often. */
export const hoursBreaches: readonly Bug[] = [
  one(
    'a claim asks no place whether it is open',
    standings,
    'byPlace?.(key) ?? open',
    'byPlace ? open : (key, open)',
    contract,
  ),
  one(
    'who was passed over is not looked at again when their place opens',
    standings,
    'scan.of !== standings.of || ',
    '',
    contract,
  ),
  one(
    'a cap counts from when the receipt came',
    'store/lowdb/stores/caps.ts',
    'columns.claimedAt[no]! * 1000 || columns.changedAt[no]!',
    'columns.changedAt[no]!',
    contract,
  ),
  one(
    'a text that is delayed may arrive at night',
    'services/sending/send-claim.ts',
    '...(leave.until && {',
    '...(!leave && {',
    'services/lifecycle/not-after.test.ts',
  ),
  one(
    'a text is begun in the last second of the hours',
    weekHours,
    'end - margin',
    'Math.max(end, end - margin)',
    judged,
  ),
  one(
    'a state that nobody knows has no rules',
    'domain/rules/asked.ts',
    "place !== 'US' && countryOf",
    "place === 'US' && countryOf",
    judged,
  ),
  one(
    'people are texted on public holidays',
    weekHours,
    "holidays(set, date) !== 'open'",
    "holidays(set, date) === 'past the calendar'",
    judged,
  ),
  one(
    'days whose holidays nobody knows are open',
    weekHours,
    "holidays(set, date) !== 'open'",
    "holidays(set, date) === 'closed'",
    judged,
  ),
  one(
    'the first zone of a person stands for all of them',
    'domain/rules/open-hours.ts',
    'of asked.zones) {',
    'of asked.zones.slice(0, 1)) {',
    judged,
  ),
  one(
    'the hours of a cap are counted as minutes',
    'domain/rules/cap.ts',
    'const windowMs = perHours * 3_600_000;',
    'const windowMs = perHours * 60_000;',
    'chaos/simulated-places.test.ts',
  ),
  one(
    'a cap counts no text that a network rejected after the provider took it',
    'store/lowdb/stores/caps.ts',
    " || (state === 'rejected' && messageIdAt(columns, no) !== null);",
    " || (state === 'rejected' && messageIdAt(columns, no) === '');",
    contract,
  ),
  {
    name: 'neither the claim nor the last look asks whether a place is open',
    patches: [
      {
        file: 'src/services/rules.ts',
        find: "    if (verdict.kind === 'wait') return { kind: 'wait' };\n",
        put: "    if (verdict.kind === 'wait') return { kind: 'open', caps, rules: verdict.rules };\n",
      },
      {
        file: 'src/services/rules.ts',
        find: "  if (verdict.kind !== 'send') return undefined;\n",
        put: "  if (verdict.kind !== 'send') return { until: null };\n",
      },
    ],
    tests: ['test/chaos/simulated-places.test.ts'],
  },
  one(
    'a rule comes into force an hour after its midnight',
    'domain/rules/verdicts.ts',
    'Math.min(nextQuarterMs(nowMs), ',
    'Math.min(nowMs + 4 * quarterMs, ',
    'domain/rules/properties.test.ts',
  ),
  one(
    'whoever lives elsewhere is moved on the lists of today only',
    'store/lowdb/stores/campaigns.ts',
    '      settleAll(memory, known);\n',
    '',
    contract,
  ),
  one(
    'a claim that was made before somebody said where they live is sent',
    'services/sending/send-claim.ts',
    '    store.recipients.placeNow(claim.campaignId, claim.no) !== claim.place ||\n',
    '',
    'services/replies/lives-elsewhere.test.ts',
  ),
  one(
    'what became looser since the approval loosens a campaign',
    'services/rules.ts',
    ' ?? verdicts).of(placeOf',
    ' && verdicts).of(placeOf',
    'services/approved-rules.test.ts',
  ),
  one(
    'an approval is stored without the book that it names',
    'store/lowdb/stores/campaigns.ts',
    'if (!book || books.has(book.hash)) return {};',
    'if (!book || books.size === 0) return {};',
    'store/lowdb/crash-at-approval.test.ts',
  ),
];
