import type { Bug } from '../bug.ts';

/** What the approver is shown is what the list means. */
export const measureBreaches: readonly Bug[] = [
  {
    name: 'who is opted out when the list is read is not measured, and is texted after a START',
    patches: [
      {
        file: 'src/services/list/read-list.ts',
        find: 'segments: await measureSendable(deps, written, { columns, recipients, meant }),',
        put: 'segments: await measureSendable(deps, written, {\n      columns,\n      recipients: await Array.fromAsync(piecesOf(recipients)).then(async (all) => {\n        const out = await deps.store.suppressions.among(all.flat().map(({ number }) => number));\n        return all.flat().filter(({ number }) => !out.has(number));\n      }),\n      meant,\n    }),',
      },
    ],
    tests: ['test/services/campaigns/whom-the-list-means.test.ts'],
  },
  {
    name: 'what a former version measured in part starts as it is',
    patches: [
      {
        file: 'src/services/lifecycle/start-checks.ts',
        find: ' && (await wasWholeShown(store, campaign))',
        put: '',
      },
      {
        file: 'src/services/lifecycle/start-checks.ts',
        find: 'async function wasWholeShown(',
        put: 'export async function wasWholeShown(',
      },
    ],
    tests: ['test/services/campaigns/whom-the-list-means.test.ts'],
  },
  {
    name: 'the review counts who was opted out when the list was read',
    patches: [
      {
        file: 'src/services/list/stored-list.ts',
        find: 'const optedOut = await store.recipients.leftOut(id);',
        put: 'const optedOut = (await store.campaigns.get(id))?.list.optedOut ?? 0;',
      },
    ],
    tests: ['test/services/campaigns/whom-the-list-means.test.ts'],
  },
  {
    name: 'links of many endings count as none',
    patches: [
      {
        file: 'src/domain/message/link-words.ts',
        find: 'new Set(tlds)',
        put: 'new Set(tlds.filter((ending) => ending.length < 4))',
      },
    ],
    tests: ['test/domain/message/text-links.test.ts'],
  },
  {
    name: 'a link in full-width letters, or with an invisible one in it, counts as none',
    patches: [
      {
        file: 'src/domain/message/text-links.ts',
        find: 'if (!/[^\\x20-\\x7e]/.test(word)) return [word];',
        put: 'if (word.length > 0) return [word];',
      },
    ],
    tests: ['test/domain/message/text-links.test.ts'],
  },
  {
    name: 'a crowd of no campaign gets a post each',
    patches: [
      { file: 'src/slack/outbox/plan/newcomers.ts', find: 'size > mostNewcomers', put: 'size > 1_000 * mostNewcomers' },
    ],
    tests: ['test/slack/outbox/plan/outbox-plan.test.ts'],
  },
  {
    name: 'people of no campaign are shown before the question of a recipient',
    patches: [
      {
        file: 'src/slack/outbox/plan/outbox-plan.ts',
        find: 'return isOfNobody ? afterwards : inTurn;',
        put: 'return isOfNobody && afterwards < 0 ? afterwards : inTurn;',
      },
    ],
    tests: ['test/slack/outbox/plan/outbox-plan.test.ts'],
  },
  {
    name: 'whoever another campaign texts after the approval gets both',
    patches: [
      {
        file: 'src/store/lowdb/stores/claim.ts',
        find: 'skip ?? whyLeftOut(number);',
        put: 'skip ?? (no < 0 ? whyLeftOut(number) : undefined);',
      },
    ],
    tests: ['test/services/campaigns/leave-out.test.ts', 'test/store/lowdb/contract.test.ts'],
  },
  {
    name: 'an approval does not say whom the campaign leaves out',
    patches: [
      {
        file: 'src/domain/list/hash.ts',
        find: 'leftOut === undefined ? row : [...row, { leftOut }]',
        put: 'row',
      },
    ],
    tests: ['test/services/campaigns/leave-out.test.ts'],
  },
  {
    name: 'the review foretells something else than the preview',
    patches: [
      {
        file: 'src/services/campaigns/foretelling.ts',
        find: '    const { throttle, hours, zone, answering } = campaign;',
        put: "    const { hours, zone, answering } = campaign;\n    const half = Math.ceil(campaign.throttle.batchSize / 2);\n    const throttle = { ...campaign.throttle, ...(campaign.status === 'pending_approval' && { batchSize: half }) };",
      },
      {
        file: 'src/services/campaigns/foretelling.ts',
        find: 'campaign.id} ',
        put: 'campaign.id + campaign.status} ',
      },
    ],
    tests: ['test/services/campaigns/foretelling.test.ts'],
  },
  {
    name: 'an automatic reply counts as an answer to the text',
    patches: [
      {
        file: 'src/domain/team/dealings.ts',
        find: '    if (waitsForTeam(message)) since',
        put: "    if (message.direction === 'in' && (waitsForTeam(message) || message.reading === 'automatic')) since",
      },
    ],
    tests: ['test/domain/team/measure-campaign.test.ts'],
  },
  {
    name: 'the forecast kept at the approval is overwritten later',
    patches: [
      {
        file: 'src/services/lifecycle/measure-campaigns.ts',
        find: '    return { campaign: { ...current, measured: { at: now.toISOString(), measure } } };',
        put: '    const { foretold, ...rest } = current;\n    const later = foretold && { ...foretold, at: now.toISOString() };\n    return { campaign: { ...rest, ...(later && { foretold: later }), measured: { at: now.toISOString(), measure } } };',
      },
    ],
    tests: ['test/services/campaigns/foretelling.test.ts'],
  },
  {
    name: 'Use this pace changes more than the pace',
    patches: [
      {
        file: 'src/services/campaigns/drafting.ts',
        find: 'return { throttle: { ...throttle, ...pace } };',
        put: 'return { throttle: { ...throttle, ...pace, holdAbove: 10 } };',
      },
    ],
    tests: ['test/services/campaigns/foretelling.test.ts'],
  },
];
