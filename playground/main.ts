import { spawn } from 'node:child_process';
import { startPageServer } from './page/page-server.ts';
import { startWorld } from './world.ts';

// The command `npm run playground`: a page on 127.0.0.1 that ends with Ctrl+C and leaves nothing behind.
let world = await startWorld();
const page = await startPageServer({
  world,
  port: Number(process.env.PLAYGROUND_PORT ?? 0),
  onReset: async () => {
    const old = world;
    world = await startWorld();
    page.show(world);
    begin();
    await old.close();
  },
});

const stop = async () => {
  await Promise.all([page.close(), world.close()]);
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);

console.log(`\nThe playground is open at ${page.url}\n`);
console.log('A Slack, some phones, and Trickle between them. Nothing leaves this machine. Ctrl+C ends it.\n');
openBrowser(page.url);
begin();

/** The page is already there while the bot comes up; a reset meanwhile is no error. */
function begin(): void {
  const begun = world;
  begun.open().catch((error: unknown) => {
    if (begun === world) console.error(error instanceof Error ? error.message : error);
  });
}

/** Only where there is a desktop; who has none opens the address by hand. */
function openBrowser(url: string): void {
  const hasDesktop = process.platform === 'darwin' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  if (!hasDesktop || process.env.CI) return;
  const opener = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [url], { stdio: 'ignore', detached: true });
  opener.on('error', () => {});
  opener.unref();
}
