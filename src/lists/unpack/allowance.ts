import { CampaignError } from '../../domain/campaign-error.ts';

/** Lists are packed to a tenth; what is packed to less than a two-hundredth says the same again and again. */
const mostRatio = 200;
/** Of little there is nothing to fear. */
const freeBytes = 4 * 1024 * 1024;

export type Allowance = ReturnType<typeof createAllowance>;

/** How much all files of a list may come to when they are unpacked. */
export function createAllowance(mostBytes: number) {
  let taken = 0;
  return {
    /** More bytes come out of an archive of `packed`. Throws when these are too many. */
    take(bytes: number, { packed, unpacked }: { packed: number; unpacked: number }): void {
      taken += bytes;
      if (taken > mostBytes) throw tooLarge(mostBytes);
      if (unpacked > freeBytes && unpacked > packed * mostRatio) throw bomb();
    },
  };
}

function tooLarge(bytes: number): CampaignError {
  const megabytes = Math.round(bytes / 1024 / 1024);
  const sentence = `Unpacked, the list is larger than ${megabytes} MB. Split it into several.`;
  return new CampaignError('list_too_large', sentence, 'file');
}

function bomb(): CampaignError {
  const sentence = 'This archive unpacks to far more than a list would. Choose the CSV file itself.';
  return new CampaignError('archive_bomb', sentence, 'file');
}

export function broken(what: string): CampaignError {
  const sentence = `This ${what} is damaged or was cut off. Make it again, and choose the new one.`;
  return new CampaignError('broken_archive', sentence, 'file');
}
