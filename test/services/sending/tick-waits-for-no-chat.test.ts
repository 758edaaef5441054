import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const src = resolve(import.meta.dirname, '../../../src');

/** Every file that this one is made of, as values: types bring no code along. */
async function reachedFrom(file: string, reached = new Map<string, string>()): Promise<ReadonlyMap<string, string>> {
  if (reached.has(file)) return reached;
  const source = await readFile(file, 'utf8');
  reached.set(file, source);
  for (const [, what, from] of source.matchAll(/^import (?!type )([^;]*?) from '(\.[^']+)';/gm)) {
    if (!/^\{(\s*type [^,]+,?)+\s*\}$/.test(what!)) await reachedFrom(join(dirname(file), from!), reached);
  }
  return reached;
}

/** The only one that asks the chat. The tick gets its answers from `look`, which is no promise. */
const asksBesideTheTick = join(src, 'services/lifecycle/start-checks.ts');

test('nothing that the tick of the services is made of asks the chat who somebody is', async () => {
  const reached = await reachedFrom(join(src, 'services/sending/dispatcher.ts'));
  expect(reached.has(join(src, 'services/lifecycle/start-campaign.ts'))).toBe(true);
  expect(reached.has(asksBesideTheTick)).toBe(true);
  const asking = [...reached].filter(
    ([file, source]) =>
      file.includes('/services/') && /\bpeople\s*[.[]|\bpeople\b[^{}]*\} = deps|\bfindNow\b/.test(source),
  );
  expect(asking.map(([file]) => file)).toEqual([asksBesideTheTick]);
  expect(reached.get(asksBesideTheTick)).toMatch(
    /look\(campaign: Campaign, approval: Approval\): StartVerdict \| undefined;/,
  );
});

test('nothing of Slack is part of the services’ tick, and Slack’s own tick is no promise', async () => {
  const reached = await reachedFrom(join(src, 'services/sending/dispatcher.ts'));
  expect([...reached.keys()].filter((file) => file.startsWith(join(src, 'slack')))).toEqual([]);
  expect(await readFile(join(src, 'slack/slack-edge.ts'), 'utf8')).toContain('  tick(): void;');
});
