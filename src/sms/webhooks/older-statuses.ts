import type { DeliveryReceipt } from '../../domain/recipient/delivery-receipt.ts';

/** The SMS API's delivery receipts in the Messages API's words. A buffered message has been taken. */
export const smsApiStatuses: Record<string, { status: DeliveryReceipt['status']; code: string | null }> = {
  accepted: { status: 'submitted', code: null },
  buffered: { status: 'submitted', code: null },
  expired: { status: 'rejected', code: '1360' },
  failed: { status: 'rejected', code: null },
  unknown: { status: 'rejected', code: '1330' },
};

const codes: Record<string, string> = {
  1: '1330',
  2: '1180',
  3: '1190',
  4: '1050',
  6: '1210',
  7: '1220',
  8: '1230',
  9: '1240',
  10: '1040',
  11: '1260',
  12: '1250',
  13: '1270',
  14: '1280',
  39: '1120',
  50: '1480',
  51: '1481',
  52: '1482',
  53: '1483',
  54: '1484',
  99: '1330',
};

/** The SMS API's `err-code` as the Messages API's code; undefined when there is none like it. */
export function smsApiCode(code: string): string | undefined {
  return Object.hasOwn(codes, code) ? codes[code] : undefined;
}
