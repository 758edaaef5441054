import { setTimeout as sleep } from 'node:timers/promises';
import { makeKey } from '../../test/support/api-story.ts';
import { type Field, sender } from './field.ts';
import { filesOf, listOf } from './people.ts';
import type { MillionPlan } from './plan.ts';

export type Way = 'slack' | 'http';

/** `ms`: of the import that was not cut; `cut`: what was there after the cut one, in words. */
export type HandedIn = { ms: number; cut: string };

const patient = { timeoutMs: 600_000 };
export const campaignName = 'Million';
const text = 'Hi {{first_name}}, Sunday at noon? Reply STOP to opt out.';

/** Hands the list in, kills the program meanwhile, starts it again, and hands in once more, if that is needed. */
export function handIn(way: Way, field: Field, people: number, plan: MillionPlan): Promise<HandedIn> {
  return way === 'slack' ? bySlack(field, people, plan) : byHttp(field, people, plan);
}

async function bySlack(field: Field, people: number, { importKill }: MillionPlan): Promise<HandedIn> {
  const ada = field.slack.as('ada');
  const files = filesOf(people);
  const heard = () => ada.dms().length + ada.ephemerals().length;
  await fillForm(field, files);
  const asked = ada.submit().catch(() => undefined);
  await sleep(importKill.afterMs);
  await field.end('SIGKILL');
  await asked;
  const wasRead = ada.openModal()?.submit === 'Submit for approval';
  const before = heard();
  await field.start();
  if (ada.openModal()) await ada.dismiss();

  const startMs = performance.now();
  await fillForm(field, files);
  await ada.submit();
  await field.slack.until(() => ada.openModal()?.submit === 'Submit for approval', {
    ...patient,
    what: 'the preview',
  });
  const ms = performance.now() - startMs;
  await ada.submit();
  if (ada.openModal()) await ada.dismiss();
  const told = heard() > before ? 'its author was told' : 'its author was told nothing';
  const cut = `killed ${importKill.afterMs} ms after Preview, ${wasRead ? 'when it was read' : 'while it was read'}; ${told}; filled in again`;
  return { ms, cut };
}

async function fillForm({ slack }: Field, files: ReturnType<typeof filesOf>): Promise<void> {
  const ada = slack.as('ada');
  await ada.command('/sms-campaign');
  await slack.until(() => ada.openModal()?.submit === 'Preview', { ...patient, what: 'the form' });
  await ada.fill({
    'Campaign name': campaignName,
    'Recipients (CSV file)': files,
    Message: text,
    'Batch size': '100000',
    Every: '1s',
    'Sending hours': 'any time',
    'Hold while unanswered replies exceed': '10000',
  });
}

async function byHttp(field: Field, people: number, { importKill }: MillionPlan): Promise<HandedIn> {
  const list = listOf(people);
  const authorization = `Bearer ${await makeKey(field.slack)}`;
  const settings = new URLSearchParams({
    sender,
    name: campaignName,
    message_string: text,
    batch_size: '100000',
    delay_period: '1',
    sending_hours: 'any time',
  });
  const send = async (body: ReadableStream<Uint8Array>) => {
    const headers = { authorization, 'content-type': 'text/csv', 'idempotency-key': 'a-million' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const answer = await fetch(`${field.url}/api/campaigns?${settings}`, init);
    return { status: answer.status, said: await answer.text() };
  };
  const reached = Promise.withResolvers<void>();
  const cut = send(streamed(list, importKill.share, reached.resolve)).catch(() => undefined);
  await reached.promise;
  await field.end('SIGKILL');
  const answered = await cut;
  await field.start();

  const startMs = performance.now();
  const { status, said } = await send(streamed(list));
  if (status !== 201 && status !== 200) throw new Error(`The list was refused with ${status}: ${said}`);
  const ms = performance.now() - startMs;
  const share = `${Math.round(importKill.share * 100)} % of the body sent`;
  return { ms, cut: `killed with ${share}, answered ${answered?.status ?? 'nothing'}; sent again: ${status}` };
}

/** In pieces as a network brings them; stops for good at the share, and says so. */
function streamed(list: Buffer, share = 1, reached?: () => void): ReadableStream<Uint8Array> {
  const end = Math.floor(list.length * share);
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at < end) controller.enqueue(list.subarray(at, Math.min(end, at + 65_536)));
      else if (reached) {
        reached();
        return new Promise<void>(() => {});
      } else controller.close();
      at += 65_536;
      return undefined;
    },
  });
}
