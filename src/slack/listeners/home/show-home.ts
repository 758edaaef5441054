import type {
  AnyMiddlewareArgs,
  BlockAction,
  Middleware,
  SlackEventMiddlewareArgs,
  ViewClosedAction,
  ViewSubmitAction,
} from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { UserId } from '../../../domain/ids.ts';
import { keepNewest } from '../../../domain/keep-newest.ts';
import { describeError } from '../../api/describe-error.ts';
import type { events } from '../../ids.ts';
import { homeView, readHomePage } from '../../ui/home/home.ts';
import { readButtonValue } from '../../ui/parts/button-value.ts';
import { type ListenerDeps, personOf } from '../listener.ts';

type Opened = Middleware<SlackEventMiddlewareArgs<(typeof events)['homeOpened']>>;

/** At most this many people are known to look at the tab. */
const mostLooking = 500;

/**
 * The Home tab, which Slack never asks for again while somebody looks at it: it shows how things stand when it is
 * opened, and after each press there and in the windows that open from it.
 */
export function createHomeTab(deps: ListenerDeps): { open: Opened; refresh: Middleware<AnyMiddlewareArgs> } {
  /** Who looks at which page of it, as far as what they did last tells. */
  const looking = new Map<UserId, number>();

  const show = async (client: WebClient, wish: { by: UserId; page: number }): Promise<void> => {
    keepNewest(looking, wish.by, wish.page, mostLooking);
    await publish(deps, client, wish);
  };

  return {
    open: async ({ event, client }) => {
      const by = event.user as UserId;
      if (event.tab === 'home') await show(client, { by, page: 0 });
      else looking.delete(by);
    },

    refresh: async ({ body, client, next }) => {
      const place = placeOf(body);
      if (!place) return next();
      const { by } = place;
      if (place.is === 'elsewhere') looking.delete(by);
      const page = place.is === 'home' ? place.page : looking.get(by);
      try {
        await next();
      } finally {
        if (page !== undefined) {
          await show(client, { by, page }).catch((error: unknown) => {
            // What was pressed is done, or its own problem is told.
            deps.log.warn(describeError(error), 'A Home tab could not be shown again');
          });
        }
      }
    },
  };
}

type Place = { is: 'home'; by: UserId; page: number } | { is: 'window' | 'elsewhere'; by: UserId };

/** Where somebody did something; undefined where nobody did. */
function placeOf(body: AnyMiddlewareArgs['body']): Place | undefined {
  if (body.type === 'view_submission' || body.type === 'view_closed') {
    return { is: 'window', by: personOf(body as ViewSubmitAction | ViewClosedAction) };
  }
  if (body.type !== 'block_actions') return undefined;
  const press = body as BlockAction;
  const by = personOf(press);
  if (press.view?.type !== 'home') return { is: press.view ? 'window' : 'elsewhere', by };
  const [action] = press.actions;
  const turned = action?.type === 'button' && action.value?.startsWith('{') && readButtonValue(action.value);
  return { is: 'home', by, page: turned && turned.on === 'home' ? turned.page : readHomePage(press.view) };
}

async function publish({ home }: ListenerDeps, client: WebClient, wish: { by: UserId; page: number }): Promise<void> {
  await client.views.publish({ user_id: wish.by, view: homeView(await home.home(wish)) });
}
