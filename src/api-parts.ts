import { join } from 'node:path';
import { createApi } from './api/api.ts';
import { createUploads } from './api/uploads.ts';
import { createApiCampaigns, type ApiServices as Used } from './services/api/api-campaigns.ts';
import { createApiKeys } from './services/api/api-keys.ts';
import { createSendingIn } from './services/api/sending-in.ts';
import { tellUnsubmitted } from './services/api/sent-in-news.ts';
import { createUploadSweep } from './services/api/sweep-uploads.ts';
import type { Approving } from './services/campaigns/approving.ts';
import type { Drafting } from './services/campaigns/drafting.ts';
import type { Deps } from './services/deps.ts';

/** What lets other programs in; their lists wait in the data folder. */
export function createApiParts(
  deps: Deps,
  folder: string,
  services: Used & { campaigns: Pick<Drafting, 'draft'> & Pick<Approving, 'submit'> },
) {
  const uploads = createUploads(join(folder, 'uploads'));
  const keys = createApiKeys(deps);
  const { mount, counts } = createApi({
    keys,
    services: { ...createApiCampaigns(deps, services), ...createSendingIn({ ...deps, uploads }, services.campaigns) },
    uploads,
    clock: deps.clock,
    log: deps.log,
  });
  const sweep = createUploadSweep({ ...deps, uploads });
  const start = async () => {
    await sweep.start();
    await tellUnsubmitted(deps);
  };
  return { keys, uploads, start, tick: sweep.tick, mount, counts };
}
