/** Codes of services, carriers and governments: those with two equal last digits, and these. */
const ofServices = /^(?:[2-9](?!11)(\d)\1|52[1-9]|53[258]|54[2-79]|55[02-6]|56[69]|57[78]|58[89]|710|456|88\d)$/;

/** N11 is dialled alone; N9X, 37X and 96X are reserved for a longer plan. */
const reserved = /^(?:[2-9]11|[2-9]9\d|37\d|96\d|950|976)$/;

/** Exchanges of carriers and tests, the same behind every area code. */
const ofCarriers = /^(?:[2-9]11|700|950|958|959|976)$/;

type Kind = 'place' | 'service' | 'premium' | 'none';

/** The kind of a North American number that no table knows; `place`: its area code may be a new one. */
export function kindInNorthAmerica(number: string): Kind {
  const [, area = '', exchange = ''] = /^\+1([2-9]\d\d)([2-9]\d\d)\d{4}$/.exec(number) ?? [];
  if (area === '') return 'none';
  if (area === '976' || exchange === '976') return 'premium';
  if (ofServices.test(area)) return 'service';
  return reserved.test(area) || ofCarriers.test(exchange) ? 'none' : 'place';
}

/** In the United States and Canada the exchange 976 costs the caller extra in every area. */
export function isPremiumExchange(number: string): boolean {
  return /^\+1[2-9]\d\d976\d{4}$/.test(number);
}
