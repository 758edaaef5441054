import type { RateLimit } from './requests/rate-limit.ts';

/** A number the account owns. */
export type OwnNumber = {
  msisdn: string;
  country: string;
  type: 'mobile-lvn' | 'landline' | 'landline-toll-free';
  features: ('SMS' | 'VOICE' | 'MMS')[];
};

export type AccountFacts = {
  balance: number;
  numbers: readonly OwnNumber[];
  pricePerSegment: number;
  inboundUrl: string | undefined;
  applicationId?: string | undefined;
};

/** Answers the account requests of the REST host: balance, own numbers, prices. Undefined for any other path. */
export function accountAnswer(url: URL, facts: AccountFacts, rate: RateLimit, now: number): AccountAnswer | undefined {
  if (url.pathname === '/account/get-balance') {
    return { status: 200, body: { value: Number(facts.balance.toFixed(4)), autoReload: false } };
  }
  if (url.pathname === '/account/numbers') return { status: 200, body: ownNumbers(url.searchParams, facts) };
  if (url.pathname === '/account/get-pricing/outbound/sms') {
    // The pricing API takes one request a second.
    if (rate.waitMs('pricing', 1, now) > 0) return failure(429, 'too many requests');
    return pricing(url.searchParams.get('country') ?? '', facts.pricePerSegment);
  }
}

export type AccountAnswer = {
  status: number;
  body: Record<string, unknown>;
};

/** An error of the older REST host, which has its own shape. */
export function failure(status: number, label: string): AccountAnswer {
  return { status, body: { 'error-code': String(status), 'error-code-label': label } };
}

function ownNumbers(query: URLSearchParams, { numbers, inboundUrl, applicationId }: AccountFacts) {
  const size = Number(query.get('size') ?? 10);
  const index = Number(query.get('index') ?? 1);
  const found = numbers.filter(
    ({ msisdn, country }) =>
      (query.get('country') ?? country) === country &&
      matchesPattern(msisdn, query.get('pattern'), query.get('search_pattern')),
  );
  // An account without numbers gets an empty object.
  if (found.length === 0) return {};
  const page = found.slice((index - 1) * Math.min(size, 100), index * Math.min(size, 100));
  const extras = {
    ...(inboundUrl === undefined ? {} : { moHttpUrl: inboundUrl }),
    ...(applicationId === undefined ? {} : { app_id: applicationId }),
  };
  return {
    count: found.length,
    numbers: page.map(({ country, msisdn, type, features }) => ({ country, msisdn, type, features, ...extras })),
  };
}

function matchesPattern(msisdn: string, pattern: string | null, mode: string | null): boolean {
  if (pattern === null) return true;
  if (mode === '1') return msisdn.includes(pattern);
  return mode === '2' ? msisdn.endsWith(pattern) : msisdn.startsWith(pattern);
}

const countries: Record<string, { name: string; prefix: string; mcc: string; network: string }> = {
  US: { name: 'United States', prefix: '1', mcc: '310', network: 'T-Mobile USA' },
  CA: { name: 'Canada', prefix: '1', mcc: '302', network: 'Rogers' },
  GB: { name: 'United Kingdom', prefix: '44', mcc: '234', network: 'Vodafone UK' },
};

function pricing(country: string, price: number): AccountAnswer {
  const known = countries[country];
  if (!known) return failure(404, 'country not found');
  const { name, prefix, mcc, network } = known;
  const networks = [
    {
      type: 'mobile',
      price: price.toFixed(8),
      currency: 'EUR',
      mcc,
      mnc: '260',
      networkCode: `${mcc}260`,
      networkName: network,
    },
  ];
  return {
    status: 200,
    body: {
      countryCode: country,
      countryName: name,
      countryDisplayName: name,
      currency: 'EUR',
      defaultPrice: price.toFixed(8),
      dialingPrefix: prefix,
      networks,
    },
  };
}
