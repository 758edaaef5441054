import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeKnownFolder } from './known-folder.ts';
import { aFolder } from './temporary-folder.ts';
import { environmentFor, startServers } from './world.ts';

/** Servers and a folder of its own for the test that runs, and the settings with which a program runs there. */
export async function aPlace({ isNewFolder = false } = {}) {
  const folder = await aFolder();
  if (!isNewFolder) await makeKnownFolder(join(folder, 'data'));
  const servers = await startServers({});
  onTestFinished(async () => {
    await servers.slack.close();
    await servers.vonage.close();
  });
  return { ...servers, environment: environmentFor(servers, folder, 'socket') };
}
