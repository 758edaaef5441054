import type { CampaignEntry } from '../ledger.ts';
import type { SimulatedWorld } from '../simulated-world.ts';
import { couldHaveArrived, type Request } from '../virtual/virtual-provider.ts';
import { claimMs, type WrittenPace } from './written-pace.ts';

/**
 * G7: in no stretch of time more texts leave than the approved pace allows, however often it was changed, and no more than
 * a slower one from when whoever chose it was told so. A faster one counts from its approval on.
 */
export function checkStretches(world: SimulatedWorld, request: Request, entry: CampaignEntry): void {
  const { approved, sinceWallMs, slowed } = entry.pace;
  if (approved.length === 0 || world.ledger.wallStepped) return;
  checkSince(world, request, entry, { paces: approved, sinceMs: sinceWallMs });
  if (slowed) checkSince(world, request, entry, { paces: [slowed.pace], sinceMs: slowed.sinceWallMs });
}

function checkSince(
  world: SimulatedWorld,
  request: Request,
  entry: CampaignEntry,
  { paces, sinceMs }: { paces: readonly WrittenPace[]; sinceMs: number },
): void {
  const fromMs = sinceMs + (entry.pace.ever.length > 1 ? claimMs : 0);
  if (request.wall.getTime() < fromMs) return;
  const left = world.provider.requests.filter(
    (one) => one.ref.startsWith(`v1.${entry.id}.`) && couldHaveArrived(one) && one.wall.getTime() >= fromMs,
  );
  for (const [no, first] of left.entries()) {
    const stretchMs = request.wall.getTime() - first.wall.getTime() + claimMs;
    // The batch before the first whole one may still have been leaving.
    const allowed = Math.max(
      ...paces.map(({ batchSize, everySeconds }) => batchSize * (Math.floor(stretchMs / 1_000 / everySeconds) + 2)),
    );
    const count = left.length - no + 1;
    if (count <= allowed) continue;
    world.broken(`G7: ${count} texts of ${entry.origin} within ${stretchMs} ms, ${allowed} allowed`);
    return;
  }
}
