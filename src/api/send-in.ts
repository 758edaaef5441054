import type { ApiKey } from '../domain/api-key.ts';
import { CampaignError, type FormField } from '../domain/campaign-error.ts';
import { listLimits } from '../domain/list/read-list.ts';
import type { Uploads } from '../ports/uploads.ts';
import type { WebReply, WebRequest } from '../ports/web.ts';
import type { ApiCampaigns } from '../services/api/api-campaigns.ts';
import type { SendingIn } from '../services/api/sending-in.ts';
import { charsetOf, inUtf8, refuseOtherThanUtf8 } from './charset.ts';
import {
  asHere,
  fieldNamed,
  parameter,
  pointerTo,
  type ReadFields,
  readJsonFields,
  readQueryFields,
} from './fields.ts';
import { refuseOthers } from './paging.ts';
import { asProblem, Problem } from './problem.ts';
import { bounded, checkHead, contentTypeOf, jsonBytes, readJson } from './read-body.ts';
import { rowsOfJson, rowsOfLines } from './rows.ts';
import { campaignBody } from './shapes.ts';

type Doors = SendingIn & Pick<ApiCampaigns, 'showCampaign'>;

/** Lists that one key may be sending at once. */
const mostAtOnce = 4;

/** `POST /api/campaigns`: settings and recipients in one JSON body, or a list as the body and the settings in the address. */
export function createSendIn(doors: Doors, uploads: Uploads) {
  const sending = new Map<string, number>();

  const fromJson = async (key: ApiKey, request: WebRequest, repeatKey: string | null) => {
    checkHead(request, jsonBytes);
    const body = bounded(request.body, jsonBytes, 'json\n');
    const { recipients, ...settings } = await readJson(request, body.pieces);
    refuseOthers(request.query, [], 'Write all settings in the body.');
    const { texts, problems } = readJsonFields(settings);
    if (!Array.isArray(recipients) || recipients.length === 0) {
      problems.push(
        pointerTo('recipients', 'Write a list of numbers, or of objects such as {"phone": "12015550123"}.'),
      );
    }
    refuseFields(problems);
    const as = { texts, by: key.madeBy };
    await withPlaces(pointerTo, () => doors.checkSentIn(key, as));
    const { id } = await uploads.keep(rowsOfJson(recipients as unknown[]));
    const repeat = repeatKey === null ? null : { key: repeatKey, body: body.sha256() };
    return withPlaces(pointerTo, () => doors.sendIn(key, { ...as, uploadId: id, repeat }));
  };

  const fromList = async (key: ApiKey, request: WebRequest, repeatKey: string | null, type: string) => {
    if (type !== 'text/csv') refuseOtherThanUtf8(request);
    const charset = charsetOf(request);
    const { texts, problems } = readQueryFields(request.query);
    refuseFields(problems);
    const as = { texts, by: key.madeBy };
    // Before a long list is taken in.
    await withPlaces(parameter, () => doors.checkSentIn(key, as));
    checkHead(request, listLimits.allBytes);
    const letters = charset === null || charset === 'utf-8' ? '' : `; charset=${charset}`;
    const body = bounded(request.body, listLimits.allBytes, `${type}${letters}\n${request.query}\n`);
    const list = type === 'text/csv' ? inUtf8(body.pieces, charset) : rowsOfLines(body.pieces);
    const { id } = await uploads.keep(bounded(list, listLimits.allBytes).pieces);
    const repeat = repeatKey === null ? null : { key: repeatKey, body: body.sha256() };
    return withPlaces(parameter, () => doors.sendIn(key, { ...as, uploadId: id, repeat }));
  };

  return async (key: ApiKey, request: WebRequest): Promise<WebReply> => {
    const repeatKey = readRepeatKey(request);
    const type = contentTypeOf(request);
    if (!(type in kinds)) throw new Problem(415, 'unknown_type', `Send Content-Type ${Object.keys(kinds).join(', ')}.`);
    const others = sending.get(key.id) ?? 0;
    if (others >= mostAtOnce) throw tooManyAtOnce();
    sending.set(key.id, others + 1);
    try {
      const isJson = kinds[type as keyof typeof kinds] === 'json';
      const sent = isJson
        ? await fromJson(key, request, repeatKey)
        : await fromList(key, request, repeatKey, kinds[type as keyof typeof kinds]);
      const shown = await doors.showCampaign(key, sent.campaign.id, key.madeBy);
      return {
        status: sent.isNew ? 201 : 200,
        type: 'application/json',
        headers: { location: `/api/campaigns/${sent.campaign.id}` },
        body: JSON.stringify({ ...campaignBody(shown), to_decide: sent.toDecide }),
      };
    } finally {
      const left = (sending.get(key.id) ?? 1) - 1;
      if (left > 0) sending.set(key.id, left);
      else sending.delete(key.id);
    }
  };
}

const kinds = {
  'application/json': 'json',
  'text/csv': 'text/csv',
  'application/x-ndjson': 'application/x-ndjson',
} as const;

function readRepeatKey({ headers }: WebRequest): string | null {
  const given = headers['idempotency-key'];
  if (given === undefined) return null;
  if (typeof given === 'string' && /^[\x21-\x7e]{1,255}$/.test(given)) return given;
  throw new Problem(
    400,
    'bad_idempotency_key',
    'Idempotency-Key is up to 255 visible ASCII characters, such as a UUID.',
  );
}

function refuseFields(errors: ReadFields['problems']): void {
  const [first] = errors;
  if (first) throw new Problem(422, 'bad_form', first.detail, { errors });
}

/** A broken rule of the form is told where its field stands in the request. */
async function withPlaces<T>(place: typeof pointerTo, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CampaignError && error.code === 'bad_zone') {
      throw new Problem(422, error.code, error.message, { errors: [place('time_zone', error.message)] });
    }
    const at = (field: FormField, detail: string) => {
      const name = fieldNamed(field);
      return name === undefined ? undefined : place(name, asHere(name, detail));
    };
    throw asProblem(error, { otherwise: 422, place: at }) ?? error;
  }
}

function tooManyAtOnce(): Problem {
  const detail = `This key is sending ${mostAtOnce} lists in already. Wait until one of them is done.`;
  return new Problem(429, 'many_at_once', detail, { headers: { 'retry-after': '10' } });
}
