import { spawn } from 'node:child_process';
import { answerOrGoOn } from '../src/command-line.ts';
import { startPageServer } from './page/page-server.ts';
import { startPlayground } from './playground.ts';

answerOrGoOn(`Trickle’s playground: a Slack, some phones, and Trickle between them, on a page in your browser.

  npm run playground                         opens it on a free port; Ctrl+C ends it
  PLAYGROUND_PORT=4000 npm run playground    opens it on this port

It needs no account and no .env, and nothing leaves this machine. README.md and playground/README.md say more.`);

// The command `npm run playground`: a page on 127.0.0.1 that ends with Ctrl+C and leaves nothing behind.
let world = await startPlayground();
const page = await startPageServer({
  world,
  port: Number(process.env.PLAYGROUND_PORT ?? 0),
  onReset: async () => {
    const old = world;
    world = await startPlayground();
    page.show(world);
    void begin().then(sayTrickle);
    await old.close();
  },
});

// Ctrl+C comes from the terminal and, under npm, a second time from there.
let isStopping = false;
const stop = async () => {
  if (isStopping) return;
  isStopping = true;
  await Promise.all([page.close(), world.close()]);
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

console.log('\nStarting a Slack, some phones, and Trickle between them. Nothing leaves this machine.');
await begin();
console.log(`\nThe playground is open at ${page.url}`);
sayTrickle();
console.log('Ctrl+C ends it.\n');
openBrowser(page.url);

/** A first campaign is under way when people come to look; a reset meanwhile is no error. */
async function begin(): Promise<void> {
  const begun = world;
  await begun.open().catch((error: unknown) => {
    if (begun === world && !isStopping) console.error(error instanceof Error ? error.message : error);
  });
}

/** Another one after each reset. */
function sayTrickle(): void {
  console.log(`Other programs reach its Trickle at ${world.programUrl}`);
}

/** Only on a desktop; elsewhere people open the address by hand. */
function openBrowser(url: string): void {
  const hasDesktop = process.platform === 'darwin' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (!hasDesktop || process.env.CI) return;
  const opener = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], { stdio: 'ignore', detached: true });
  opener.on('error', () => {});
  opener.unref();
}
