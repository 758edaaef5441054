import { type House, readHouseCaps, readHouseHours } from '../../src/domain/rules/house.ts';

/** The hours and caps that hold where an operator sets nothing. */
export const usualHouse: House = { hours: readHouseHours('on'), caps: readHouseCaps('1/24h, 3/7d') };
