import type { Campaign } from '../../../domain/campaign/campaign.ts';
import { shown } from '../../limits.ts';
import { cut, oneLine } from '../parts/inert.ts';

/** “Autumn reunion”, on one line and never longer than a name may be. */
export function shortName({ name }: Pick<Campaign, 'name'>): string {
  return `“${cut(oneLine(name), shown.name)}”`;
}
