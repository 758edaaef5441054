import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeKey } from '../support/api-story.ts';
import { aPlace } from '../support/place.ts';
import { type Program, startProgram } from '../support/program.ts';
import { connect } from '../support/world.ts';

const people = 5_000;
const list = `phone,first_name\n${Array.from({ length: people }, (_, no) => `+1201${String(2_000_000 + no)},Person${no}\n`).join('')}`;
const settings = {
  sender: '12015550123',
  message_string: 'Hi {{first_name}}! Reply STOP to opt out.',
  batch_size: '50',
  delay_period: '60',
};

type Listed = { id: string; recipients: number; status: string };
type Seen = { waiting: readonly string[]; logged: string };

/** How far it had come when the program was killed; `body`: what comes, whole or the beginning of it. */
const moments: [string, BodyInit, (now: Seen, before: Seen) => boolean][] = [
  ['half of the list had come', beginning(), ({ waiting }) => waiting.some((name) => name.endsWith('.part'))],
  ['all of it had come', list, ({ waiting }, before) => waiting.some((name) => isWhole(name, before))],
  ['it was stored', list, ({ logged }) => logged.includes('Draft stored')],
  ['it was submitted', list, ({ logged }) => logged.includes('Submitted for approval')],
];

test('killed while a list comes in or is read, it has the whole campaign or none of it, and the request repeated makes one', {
  timeout: 180_000,
}, async () => {
  const { slack, vonage, environment } = await aPlace();
  let program: Program | undefined;
  onTestFinished(() => program?.kill('SIGKILL'));
  const start = async () => {
    program = startProgram(environment);
    const url = await program.url;
    await connect({ slack, vonage }, url, 'socket');
    return url;
  };
  let url = await start();
  const authorization = `Bearer ${await makeKey(slack)}`;
  const send = async (repeat: string, body: BodyInit) => {
    const headers = { authorization, 'content-type': 'text/csv', 'idempotency-key': repeat.replaceAll(' ', '-') };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    const answer = await fetch(`${url}/api/campaigns?${new URLSearchParams(settings)}`, init);
    return { status: answer.status, body: (await answer.json()) as Listed };
  };
  const listed = async () => {
    const answer = await fetch(`${url}/api/campaigns`, { headers: { authorization } });
    return ((await answer.json()) as { campaigns: Listed[] }).campaigns;
  };
  const folder = join(environment.STORE_URL!.slice('file:'.length), 'uploads');
  const look = async (): Promise<Seen> => ({
    waiting: await readdir(folder).catch(() => []),
    logged: program!.logged.join(),
  });

  for (const [made, [moment, body, isReached]] of moments.entries()) {
    const before = await look();
    const cut = send(moment, body).catch(() => undefined);
    await expect.poll(async () => isReached(await look(), before), { timeout: 20_000, interval: 1 }).toBe(true);
    program!.kill('SIGKILL');
    await program!.ended;
    const answered = await cut;

    url = await start();
    const found = (await listed()).length - made;
    expect([0, 1]).toContain(found);
    if (answered?.status === 201) expect(found).toBe(1);
    const left = (await look()).waiting;
    expect(left.filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(left.length).toBe(made + found);

    const again = await send(moment, list);
    // The beginning of a list is another body, which came to nothing.
    expect([again.status, again.body.status]).toEqual([found === 1 ? 200 : 201, 'pending_approval']);
    expect((await listed()).map(({ recipients }) => recipients)).toEqual(Array(made + 1).fill(people));
    expect((await look()).waiting).toHaveLength(made + 1);
  }
});

function isWhole(name: string, before: Seen): boolean {
  return !name.endsWith('.part') && !before.waiting.includes(name);
}

/** Half of the list, and then nothing more. */
function beginning(): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from(list.slice(0, list.length / 2))) });
}
