import { expect, test } from 'vitest';
import { noOperatorRules, readRulesFile } from '../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../src/domain/rules/records/index.ts';
import { type RuleBook, rulesInForce } from '../../src/domain/rules/rule-book.ts';
import { createRuleNews, sayRules } from '../../src/services/rule-news.ts';
import { createRules } from '../../src/services/rules.ts';
import type { Disk } from '../../src/store/lowdb/files/disk.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { aBench } from '../support/services.ts';
import { usualHouse } from '../support/usual-house.ts';

const ada = 'U0ADA';
const france = knownRules.filter(({ place }) => place === 'FR').map((rule) => readAgain(rule));
const calm = rulesInForce(france, usualHouse, noOperatorRules);

/** Its calendar is what is looked at here, not its age. */
function readAgain(rule: (typeof knownRules)[number]) {
  return { ...rule, source: { ...rule.source, readOn: '2029-09-01' } };
}

type Given = { disk?: Disk; admins?: string[]; book?: RuleBook; isNewFolder?: boolean };

/** A process that starts on that day. */
async function startedOn(day: string, { admins = [ada], book = calm, ...given }: Given = {}) {
  const roles = { creators: [], approvers: [], admins };
  const bench = await aBench({ ...given, start: `${day}T09:00:00.000Z`, settings: { roles } });
  let woken = 0;
  const announcer = { refresh: () => {}, wake: () => (woken += 1) };
  const rules = createRules(book, '2029a');
  const news = createRuleNews({ ...bench.deps, rules, announcer });
  const told = async () =>
    (await bench.store.announcements.pending()).map((one) => (one.kind === 'direct' ? `${one.to}: ${one.text}` : one));
  /** Posts what is owed, so that only what is told from now on counts. */
  const post = async () => {
    for (const { id } of await bench.store.announcements.pending()) await bench.store.announcements.done(id, null);
  };
  const look = async () => {
    news.tick();
    await bench.clock.advance(1_000);
    return told();
  };
  return { ...bench, rules, news, look, post, told, woken: () => woken };
}

const closed = (to: string) =>
  `${to}: Closed from 1 Jan 2030 on: France. Their public holidays are known only until 31 Dec 2029, and nobody will be texted there. Update Trickle, or set hours without holidays in \`RULES_FILE\`. Not legal advice.`;

test('each admin is told each step once, over all restarts', async () => {
  const disk = simulatedDisk();
  const told: [string, number][] = [];
  for (const day of [
    '2029-10-01',
    '2029-10-02',
    '2029-10-02',
    '2029-11-30',
    '2029-12-01',
    '2029-12-31',
    '2030-01-01',
    '2030-01-02',
  ]) {
    const life = await startedOn(day, { disk, admins: [ada, 'U0BOB', 'S0GROUP'] });
    const first = await life.look();
    await life.post();
    await life.clock.advance(3_600_000);
    expect(await life.look()).toEqual([]);
    told.push([day, first.length]);
    await life.close();
  }
  expect(told.filter(([, times]) => times > 0)).toEqual([
    ['2029-10-02', 2],
    ['2029-12-01', 2],
    ['2030-01-01', 2],
  ]);
});

test('they are told which places close when, and what to do; a process that goes on tells it by itself', async () => {
  const life = await startedOn('2029-10-01');
  expect(await life.look()).toEqual([]);
  life.clock.set(24 * 3_600_000);
  await life.clock.advance(3_600_000);
  expect(await life.look()).toEqual([closed(ada)]);
  expect(life.woken()).toBe(1);
});

test('what is stored and not posted yet is neither lost nor doubled by a restart', async () => {
  const life = await startedOn('2029-10-02');
  await life.look();
  await life.close();
  const next = await startedOn('2029-10-03', { disk: life.disk });
  expect(await next.look()).toEqual([closed(ada)]);
});

test('with nobody to tell it stays news until an admin is named', async () => {
  const life = await startedOn('2029-10-02', { admins: [] });
  expect(await life.look()).toEqual([]);
  await life.close();
  expect(await (await startedOn('2029-10-05', { disk: life.disk })).look()).toEqual([closed(ada)]);
});

test('an older folder tells nothing before somebody has said that it is sound', async () => {
  const life = await startedOn('2029-10-02');
  life.store.folder.doubt(true);
  expect(await life.look()).toEqual([]);
  life.store.folder.doubt(false);
  await life.clock.advance(60_000);
  expect(await life.look()).toEqual([closed(ada)]);
});

test('a store that takes nothing ends no process, and it is told at the next start', async () => {
  const life = await startedOn('2029-10-02');
  await life.close();
  life.news.tick();
  await life.news.stop();
  expect(await (await startedOn('2029-10-02', { disk: life.disk })).look()).toEqual([closed(ada)]);
});

const entry = {
  by: 'Ada Okafor',
  because: 'We asked a lawyer.',
  from: '2029-01-01',
  'instead of': 'FR/hours',
  says: 'nothing',
};

function loosened(until: string, now: string): RuleBook {
  const file = JSON.stringify({ overrides: [{ ...entry, until }] });
  return rulesInForce(france, usualHouse, readRulesFile(file, new Date(`${now}T00:00:00Z`)));
}

test('a start says nothing but what holds while all is well, and a line for each thing to look at', async () => {
  const lines: string[] = [];
  const say = (book: RuleBook, day: string) => {
    lines.length = 0;
    const add = (fields: object, message: string) => void lines.push(`${message} ${JSON.stringify(fields)}`);
    const log = { debug: add, info: add, warn: add, error: add };
    const clock = { now: () => new Date(`${day}T09:00:00Z`) };
    sayRules({ rules: createRules(book, '2028b'), log, clock }, '2028b');
    return lines;
  };
  expect(say(calm, '2029-09-10')).toEqual([
    `Rules in force ${JSON.stringify({ places: 1, rules: calm.hash.slice(0, 8), zoneData: '2028b' })}`,
  ]);
  expect(say(loosened('2029-09-30', '2029-09-10'), '2029-09-10').map((line) => line.split(' {')[0])).toEqual([
    'Rules in force',
    'Entries of the rules file end soon',
    'The operator has set something looser than the rules',
  ]);
  expect(say(loosened('2029-09-30', '2029-10-01'), '2029-10-02').map((line) => line.split(' {')[0])).toEqual([
    'Rules in force',
    'A calendar of public holidays comes to its end',
    'Entries of the rules file have ended and do not hold',
  ]);
});
