import type { ApiKey } from '../domain/api-key.ts';
import { RecipientState } from '../domain/recipient/recipient.ts';
import type { Uploads } from '../ports/uploads.ts';
import type { WebReply, WebRequest } from '../ports/web.ts';
import type { ApiCampaigns, ReplyPlace } from '../services/api/api-campaigns.ts';
import type { SendingIn } from '../services/api/sending-in.ts';
import { mostAtOnce, readCursor, readLimit, refuseOthers, writeCursor } from './paging.ts';
import { Problem } from './problem.ts';
import { bounded, checkHead, contentTypeOf, jsonBytes, readJson } from './read-body.ts';
import { createSendIn } from './send-in.ts';
import { campaignBody, campaignLine, recipientBody, replyBody } from './shapes.ts';

export type ApiServices = ApiCampaigns & SendingIn;

/** What is asked, by whose key; `id`: the campaign in the path. */
export type Asked = { key: ApiKey; request: WebRequest; id: string };

/** `path`: as docs/openapi.yaml writes it. */
export type ApiRoute = { method: 'GET' | 'POST'; path: string; handle(asked: Asked): Promise<WebReply> };

/** All that there is. Nothing approves, and nothing resumes: that takes a person in Slack. */
export function apiRoutes(services: ApiServices, uploads: Uploads): readonly ApiRoute[] {
  const sendIn = createSendIn(services, uploads);
  return [
    { method: 'POST', path: '/api/campaigns', handle: ({ key, request }) => sendIn(key, request) },
    { method: 'GET', path: '/api/campaigns', handle: listCampaigns(services) },
    { method: 'GET', path: '/api/campaigns/{id}', handle: showCampaign(services) },
    { method: 'GET', path: '/api/campaigns/{id}/recipients', handle: listRecipients(services) },
    { method: 'GET', path: '/api/campaigns/{id}/replies', handle: listReplies(services) },
    { method: 'POST', path: '/api/campaigns/{id}/pause', handle: changing(services, services.pauseCampaign) },
    { method: 'POST', path: '/api/campaigns/{id}/cancel', handle: changing(services, services.cancelCampaign) },
    { method: 'POST', path: '/api/opt-outs', handle: optOut(services) },
  ];
}

type Handle = ApiRoute['handle'];

function listCampaigns(services: ApiServices): Handle {
  return async ({ key, request: { query } }) => {
    refuseOthers(query, ['limit', 'after']);
    const page = { from: readCursor(query, isText) as never, limit: readLimit(query), by: key.madeBy };
    const { entries, next } = await services.showCampaigns(key, page);
    return json({ campaigns: entries.map(campaignLine), next: writeCursor(next) });
  };
}

function showCampaign(services: ApiServices): Handle {
  return async ({ key, id, request: { query } }) => {
    refuseOthers(query, []);
    return json(campaignBody(await services.showCampaign(key, id, key.madeBy)));
  };
}

function listRecipients(services: ApiServices): Handle {
  return async ({ key, id, request: { query } }) => {
    refuseOthers(query, ['limit', 'after', 'state']);
    const from = readCursor(query, isPosition) ?? 0;
    const page = { id, from, limit: readLimit(query), state: readState(query), by: key.madeBy };
    const { entries, next, campaign, seesNumbers } = await services.showRecipients(key, page);
    const recipients = entries.map((one) => recipientBody(one, campaign.list.columns, seesNumbers));
    return json({ recipients, next: writeCursor(next) });
  };
}

function listReplies(services: ApiServices): Handle {
  return async ({ key, id, request: { query } }) => {
    refuseOthers(query, ['limit', 'after']);
    const page = { id, from: readCursor(query, isReplyPlace), limit: readLimit(query), by: key.madeBy };
    const { entries, next, seesNumbers } = await services.showReplies(key, page);
    return json({ replies: entries.map((one) => replyBody(one, seesNumbers)), next: writeCursor(next) });
  };
}

function changing(services: ApiServices, change: ApiCampaigns['pauseCampaign']): Handle {
  return async ({ key, id, request }) => {
    refuseOthers(request.query, []);
    await change(key, id, key.madeBy);
    return json(campaignBody(await services.showCampaign(key, id, key.madeBy)));
  };
}

function optOut(services: ApiServices): Handle {
  return async ({ key, request }) => {
    refuseOthers(request.query, []);
    if (contentTypeOf(request) !== 'application/json') {
      throw new Problem(415, 'unknown_type', 'Send Content-Type application/json.');
    }
    checkHead(request, jsonBytes);
    const { numbers, said = '', ...others } = await readJson(request, bounded(request.body, jsonBytes).pieces);
    const errors = [
      ...(isNumbers(numbers)
        ? []
        : [{ pointer: '/numbers', detail: `Write a list of 1 to ${mostAtOnce} numbers as strings.` }]),
      ...(isText(said) ? [] : [{ pointer: '/said', detail: 'Write a string.' }]),
      ...Object.keys(others).map((name) => ({
        pointer: `/${name.slice(0, 40)}`,
        detail: 'This is none of numbers, said.',
      })),
    ];
    if (errors.length > 0) throw new Problem(422, 'bad_form', errors[0]!.detail, { errors });
    const input = { numbers: numbers as string[], said: said as string, by: key.madeBy };
    const { optedOut, refused } = await services.optOutMany(key, input);
    return json({
      opted_out: optedOut,
      refused: refused.map(({ at, sentence }) => ({ pointer: `/numbers/${at}`, detail: sentence })),
    });
  };
}

function readState(query: URLSearchParams): RecipientState | undefined {
  const given = query.get('state');
  if (given === null) return undefined;
  const state = RecipientState.safeParse(given);
  if (state.success) return state.data;
  const detail = `Write one of ${RecipientState.options.join(', ')}.`;
  throw new Problem(400, 'bad_state', detail, { errors: [{ parameter: 'state', detail }] });
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 1 && value.length <= mostAtOnce && value.every(isText);
}

function isPosition(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isReplyPlace(value: unknown): value is ReplyPlace {
  return (
    typeof value === 'object' &&
    value !== null &&
    'at' in value &&
    isText(value.at) &&
    'id' in value &&
    isText(value.id)
  );
}

function json(body: object): WebReply {
  return { status: 200, type: 'application/json', body: JSON.stringify(body) };
}
