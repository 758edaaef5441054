import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/local-slack.ts';
import { issueTrigger } from '../../../playground/slack/triggers.ts';
import { plain, section } from './support/blocks.ts';
import { call } from './support/call.ts';
import { createFastClock, type FastClock } from './support/fast-clock.ts';

let slack: LocalSlack;
let clock: FastClock;

beforeEach(async () => {
  clock = createFastClock();
  slack = await startLocalSlack({ clock });
});

afterEach(() => slack.close());

const modal = { type: 'modal', title: plain('T'), blocks: [section('x')] };

describe('views', () => {
  const trigger = () => issueTrigger(slack.state, { user: 'U0ADA' });

  test('open once per trigger, within 3 seconds', async () => {
    const trigger_id = trigger();
    const bad = await call(slack, 'views.open', { trigger_id, view: { ...modal, submit_disabled: true } });
    expect(bad.body).toMatchObject({ error: 'invalid_arguments' });
    expect(bad.body.response_metadata).toEqual({
      messages: ['[ERROR] invalid additional property: submit_disabled [json-pointer:/view]'],
    });
    expect((await call(slack, 'views.open', { trigger_id, view: modal })).body.ok).toBe(true);
    expect((await call(slack, 'views.open', { trigger_id, view: modal })).body.error).toBe('exchanged_trigger_id');
    const late = trigger();
    clock.advance(3001);
    expect((await call(slack, 'views.open', { trigger_id: late, view: modal })).body.error).toBe('expired_trigger_id');
    expect((await call(slack, 'views.open', { trigger_id: '1.2.x', view: modal })).body.error).toBe(
      'invalid_trigger_id',
    );
  });

  test('update by id or external id, against a hash', async () => {
    const { body } = await call(slack, 'views.open', { trigger_id: trigger(), view: { ...modal, external_id: 'e' } });
    const { id: view_id, hash } = Object(body.view);
    expect((await call(slack, 'views.update', { view_id, hash, view: modal })).body.ok).toBe(true);
    expect((await call(slack, 'views.update', { view_id, hash, view: modal })).body.error).toBe('hash_conflict');
    expect((await call(slack, 'views.update', { external_id: 'e', view: modal })).body.error).toBe('not_found');
    await slack.as('ada').close();
    expect((await call(slack, 'views.update', { view_id, view: modal })).body.error).toBe('not_found');
  });

  test('are published per person, against a hash', async () => {
    const view = { type: 'home', blocks: [section('hello')] };
    const { body } = await call(slack, 'views.publish', { user_id: 'U0ADA', view });
    expect(slack.as('ada').home()?.text).toBe('hello');
    expect((await call(slack, 'views.publish', { user_id: 'U0ADA', view, hash: 'old' })).body.error).toBe(
      'hash_conflict',
    );
    const { hash } = Object(body.view);
    expect((await call(slack, 'views.publish', { user_id: 'U0ADA', view, hash })).body.ok).toBe(true);
    expect((await call(slack, 'views.publish', { user_id: 'U0ADA', view: modal })).body.error).toBe(
      'invalid_arguments',
    );
  });

  test('stack three high, from an open modal only', async () => {
    const { id: viewId } = Object((await call(slack, 'views.open', { trigger_id: trigger(), view: modal })).body.view);
    expect((await call(slack, 'views.push', { trigger_id: trigger(), view: modal })).body.error).toBe('not_found');
    const push = async () => {
      const trigger_id = issueTrigger(slack.state, { user: 'U0ADA', viewId });
      return (await call(slack, 'views.push', { trigger_id, view: modal })).body;
    };
    expect(await push()).toMatchObject({ ok: true, view: { previous_view_id: viewId, root_view_id: viewId } });
    expect((await push()).ok).toBe(true);
    expect((await push()).error).toBe('push_limit_reached');
  });

  test('have external ids of their own', async () => {
    const view = { ...modal, external_id: 'e' };
    await call(slack, 'views.open', { trigger_id: trigger(), view });
    const home = { type: 'home', blocks: [], external_id: 'e' };
    expect((await call(slack, 'views.publish', { user_id: 'U0BEN', view: home })).body.error).toBe(
      'duplicate_external_id',
    );
  });
});
