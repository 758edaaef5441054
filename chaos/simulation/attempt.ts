import { CampaignError } from '../../src/domain/campaign-error.ts';
import { StorageError } from '../../src/ports/store.ts';
import type { Program } from './program.ts';
import { isDiskTrouble, messageOf, type SimulatedWorld } from './simulated-world.ts';

/** A person's act on the program; what they are told counts, and a refusal is an answer, too. */
export async function attempt(
  world: SimulatedWorld,
  program: Program,
  what: string,
  act: () => Promise<unknown>,
): Promise<boolean> {
  world.tell(what);
  try {
    await act();
    return program.life.alive;
  } catch (error) {
    if (program.life.alive) world.tell(`${what} is refused: ${messageOf(error)}`);
    if (!isExpected(error) && program.life.alive) world.broken(`${what}: ${messageOf(error)}`);
    return false;
  }
}

export function isExpected(error: unknown): boolean {
  return error instanceof CampaignError || error instanceof StorageError || isDiskTrouble(error);
}
