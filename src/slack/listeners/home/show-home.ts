import type { AnyMiddlewareArgs, BlockAction, Middleware, SlackEventMiddlewareArgs, ViewOutput } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { UserId } from '../../../domain/ids.ts';
import { describeError } from '../../api/describe-error.ts';
import type { events } from '../../ids.ts';
import { homeView, readHomePage } from '../../ui/home/home.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { type ListenerDeps, personOf } from '../listener.ts';

type Opened = Middleware<SlackEventMiddlewareArgs<(typeof events)['homeOpened']>>;

/** Somebody opened the Home tab: it shows how things stand now. */
export function openHome(deps: ListenerDeps): Opened {
  return async ({ event, client }) => {
    if (event.tab === 'home') await publish(deps, client, { by: event.user as UserId, page: 0 });
  };
}

/** After each press on the Home tab it shows what has become of it, on the page where it was or the one asked for. */
export function refreshHome(deps: ListenerDeps): Middleware<AnyMiddlewareArgs> {
  return async ({ body, client, next }) => {
    const press = pressAtHome(body);
    if (!press) return next();
    try {
      await next();
    } finally {
      const [action] = press.actions;
      const turned = action?.type === 'button' && action.value?.startsWith('{') && readButtonValue(action.value);
      const page = turned && turned.on === 'home' ? turned.page : readHomePage(press.view);
      await publish(deps, client, { by: personOf(press), page }).catch((error: unknown) => {
        // What was pressed is done, or its own problem is told.
        deps.log.warn(describeError(error), 'A Home tab could not be shown again');
      });
    }
  };
}

/** What was pressed, with the tab as it was. */
function pressAtHome(body: AnyMiddlewareArgs['body']): (BlockAction & { view: ViewOutput }) | undefined {
  if (body.type !== 'block_actions') return undefined;
  const press = body as BlockAction;
  return press.view?.type === 'home' ? { ...press, view: press.view } : undefined;
}

async function publish({ home }: ListenerDeps, client: WebClient, wish: { by: UserId; page: number }): Promise<void> {
  await client.views.publish({ user_id: wish.by, view: homeView(await home.home(wish)) });
}
