import { describe, expect, onTestFinished, test } from 'vitest';
import { isFromHere, type Workspace } from '../../../src/slack/requests/workspace.ts';
import { createPosts } from '../../support/hostile/post.ts';
import { commandBody } from '../../support/hostile/rounds.ts';
import { signedBySlack } from '../../support/hostile/slack-forgeries.ts';
import { startBench } from '../slack-bench.ts';

const alone: Workspace = { teamId: 'T1', organisationId: undefined, isOrganisation: false };
const inOrganisation: Workspace = { teamId: 'T1', organisationId: 'E1', isOrganisation: false };
const organisation: Workspace = { teamId: undefined, organisationId: 'E1', isOrganisation: true };
const isFrom = (body: object, ours: Workspace) => isFromHere(body as never, ours);

describe('installed in one workspace', () => {
  test.each([
    ['a command', { team_id: 'T1' }],
    ['a press', { team: { id: 'T1' }, user: { team_id: 'T1' } }],
    ['a form', { team: { id: 'T1' }, view: { app_installed_team_id: 'T1' }, user: {} }],
  ])('%s of it is taken', (_, body) => {
    expect(isFrom(body, alone)).toBe(true);
  });

  test.each([
    ['a command', { team_id: 'T2' }],
    ['a press', { team: { id: 'T2' }, user: { team_id: 'T1' } }],
    ['a press by somebody whose home is elsewhere', { team: { id: 'T1' }, user: { team_id: 'T2' } }],
    ['a form of another installation', { team: { id: 'T1' }, view: { app_installed_team_id: 'T2' } }],
    ['a request for a whole organisation', { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true }],
    ['a command for a whole organisation', { team_id: 'T1', enterprise_id: 'E1', is_enterprise_install: 'true' }],
  ])('%s of elsewhere is not', (_, body) => {
    expect(isFrom(body, alone)).toBe(false);
  });
});

test('in an organisation, people of another first workspace are taken, other workspaces are not', () => {
  const place = { enterprise: { id: 'E1' }, is_enterprise_install: false };
  expect(isFrom({ ...place, team: { id: 'T1' }, user: { team_id: 'T9' } }, inOrganisation)).toBe(true);
  expect(isFrom({ ...place, team: { id: 'T2' }, user: { team_id: 'T1' } }, inOrganisation)).toBe(false);
});

test('installed in a whole organisation, every workspace of it is taken, and no other organisation', () => {
  expect(isFrom({ team: null, enterprise: { id: 'E1' }, is_enterprise_install: true }, organisation)).toBe(true);
  expect(isFrom({ team_id: 'T7', enterprise_id: 'E1', is_enterprise_install: 'true' }, organisation)).toBe(true);
  expect(isFrom({ team: { id: 'T7' }, enterprise: { id: 'E2' } }, organisation)).toBe(false);
  expect(isFrom({ team: { id: 'T7' } }, organisation)).toBe(false);
});

test.each([
  ['a command', (body: string) => body.replace(/team_id=\w+/, 'team_id=T0OTHER')],
  ['a press', (body: string) => `payload=${encodeURIComponent(JSON.stringify(aPress(body)))}`],
])('%s of another workspace with the id of a member does nothing, and is logged', async (_, bend) => {
  const bench = await startBench({ mode: 'http' });
  onTestFinished(bench.close);
  const posts = createPosts();
  const post = (body: string) => posts.post(bench.requestUrl, signedBySlack('a-signing-secret', body));

  const command = commandBody(bench, 'optout add +12015550188');
  await post(bend(command));
  await bench.slack.until(() => bench.edge.refusals().other_workspace === 1, { what: 'a refusal' });
  expect(await bench.store.suppressions.count()).toBe(0);
  const [line] = bench.log.filter(({ message }) => message === 'A person was refused');
  expect(line?.fields).toMatchObject({ person: 'U0ADA', code: 'other_workspace' });
  expect(JSON.stringify(bench.log)).not.toContain('12015550188');

  await post(command);
  await bench.slack.until(async () => (await bench.store.suppressions.count()) === 1, { what: 'the same from here' });
  posts.close();
});

function aPress(command: string): object {
  const fields = Object.fromEntries(new URLSearchParams(command));
  return {
    type: 'block_actions',
    team: { id: 'T0OTHER' },
    user: { id: fields.user_id, team_id: 'T0OTHER' },
    api_app_id: fields.api_app_id,
    trigger_id: 'a.press',
    actions: [{ type: 'button', action_id: 'pause_campaign', block_id: 'b', value: 'x' }],
  };
}
