import { Pool } from 'undici';

// The floor: the same requests over a bare pool of connections, in a process of its own.
const [url = '', messages = '20000'] = process.argv.slice(2);
const pool = new Pool(url, { connections: 50, pipelining: 1 });
const headers = { 'content-type': 'application/json', authorization: `Basic ${Buffer.from('a:b').toString('base64')}` };

let next = 0;
async function sendAll(upTo: number, of: string): Promise<void> {
  while (next < upTo) {
    const no = next++;
    const body = JSON.stringify({
      channel: 'sms',
      message_type: 'text',
      to: `1201${String(2_000_000 + no)}`,
      from: '12015550123',
      text: `Hi Person${no}, will you come on Friday? Reply STOP to opt out.`,
      client_ref: `${of}.abcd2345.${no}.1`,
      sms: { encoding_type: 'auto' },
    });
    const answer = await pool.request({ method: 'POST', path: '/v1/messages', headers, body });
    await answer.body.text();
  }
}

async function measure(of: string, count: number): Promise<{ perSecond: number; cpuUs: number }> {
  next = 0;
  const cpu = process.cpuUsage();
  const startMs = performance.now();
  await Promise.all(Array.from({ length: 50 }, () => sendAll(count, of)));
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: count / ((performance.now() - startMs) / 1_000), cpuUs: (user + system) / count };
}

await measure('warm', 10_000);
process.send?.(await measure('floor', Number(messages)));
await pool.close();
process.disconnect?.();
