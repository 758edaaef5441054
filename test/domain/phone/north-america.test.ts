import { describe, expect, test } from 'vitest';
import { countryOf, readPhoneNumber } from '../../../src/domain/phone/phone-number.ts';

/** Codes that the plan gives to services, to carriers and governments, or keeps for later. */
const services =
  '500 521 522 523 524 525 526 527 528 529 532 533 535 538 542 543 544 545 546 547 549 550 552 553 554 555 556 566 569 577 578 588 589 622 633 644 655 677 688 700 710 456 822 880 881 882 883 884 885 886 887 889 922 933 944'.split(
    ' ',
  );
const reserved = '211 411 611 811 911 290 396 490 591 695 790 899 999 370 375 379 960 965 969'.split(' ');

describe('an area code of North America that the tables do not know', () => {
  test.each(['457', '235', '348', '536', '651', '748', '921'])('may be a young one: %s', (area) => {
    expect(readPhoneNumber(`+1${area}5550123`, 'US')).toMatchObject({ ok: true });
    expect(countryOf(`+1${area}5550123`)).toBe('US');
  });

  test.each([...services, ...reserved])('is none of a place: %s', (area) => {
    for (const raw of [`+1${area}5550123`, `${area}5550123`, `1 ${area} 234 5678`, `001${area}2345678`]) {
      expect([raw, readPhoneNumber(raw, 'US').ok]).toEqual([raw, false]);
    }
    expect(readPhoneNumber(`+1${area}5550123`, 'DE').ok).toBe(false);
  });

  test.each(['411', '700', '950', '958', '959'])('has no numbers behind the exchange of carriers: %s', (exchange) => {
    expect(readPhoneNumber(`+1457${exchange}0123`, 'US').ok).toBe(false);
  });

  test.each([
    ['+17005550123', 'service'],
    ['7005550123', 'service'],
    ['+15225550123', 'personal'],
    ['+17105550123', 'service'],
    ['+19765550123', 'premium'],
    ['976 555 0123', 'premium'],
    ['+12019760123', 'premium'],
    ['+1 (416) 976-0123', 'premium'],
    ['+14579760123', 'premium'],
    ['+19005550123', 'premium'],
    ['+13755550123', 'impossible'],
    ['+12115550123', 'impossible'],
  ])('is refused with its true reason: %s, %s', (raw, reason) => {
    expect(readPhoneNumber(raw, 'US')).toMatchObject({ ok: false, reason });
  });

  test('leaves Jamaica its 976, which are phones of Kingston', () => {
    expect(readPhoneNumber('+18769760123', 'US')).not.toMatchObject({ reason: 'premium' });
  });
});
