import { describe, expect, test } from 'vitest';
import { houseRules, readHouseCaps, readHouseHours, UnclearHouse } from '../../../src/domain/rules/house.ts';
import { Rule } from '../../../src/domain/rules/rule.ts';
import { readWeek } from '../../../src/domain/rules/week-text.ts';

const usual = { hours: readHouseHours('on'), caps: readHouseCaps('1/24h, 3/7d') };

describe('the hours of the house', () => {
  test('are Monday to Saturday from 8 to 20, never on public holidays, and in the United States from 9 and on Sundays from noon', () => {
    const [france, america] = houseRules(usual, ['FR', 'US']);
    expect(france).toMatchObject({
      id: 'house/FR/hours/1',
      appliesTo: 'all',
      basis: 'house',
      says: { windows: readWeek('Mon-Sat 08:00-20:00'), closedOn: ['FR'] },
    });
    expect(america!.says).toEqual({
      kind: 'hours',
      windows: readWeek('Mon-Sat 09:00-20:00, Sun 12:00-20:00'),
      closedOn: ['US-federal'],
    });
  });

  test('say of a country whose holidays are not known that they are not', () => {
    const [jamaica] = houseRules(usual, ['JM']);
    expect(jamaica!.says).toEqual({ kind: 'hours', windows: readWeek('Mon-Sat 08:00-20:00') });
    expect(jamaica!.doubt).toContain('public holidays of this country are not known');
  });

  test('can be others in one country and none in another, which leaves its reason', () => {
    const hours = readHouseHours(
      'FR off because our members asked for evenings; us Mon-Fri 10:00-18:00, Sat 10:00-12:00;',
    );
    const [france, america, spain] = houseRules({ ...usual, hours }, ['FR', 'US', 'ES']);
    expect(france!).toMatchObject({
      id: 'house/FR/note/1',
      says: { kind: 'note', text: 'The hours of the house do not apply here: our members asked for evenings.' },
    });
    expect(america!.says).toMatchObject({ windows: readWeek('Mon-Fri 10:00-18:00, Sat 10:00-12:00') });
    expect(spain!.says).toMatchObject({ windows: readWeek('Mon-Sat 08:00-20:00'), closedOn: ['ES'] });
  });

  test('can be off everywhere but in one country', () => {
    const hours = readHouseHours('off because this is a test system; FR on');
    const [france, spain] = houseRules({ ...usual, hours }, ['FR', 'ES']);
    expect([france!.says.kind, spain!.says.kind]).toEqual(['hours', 'note']);
  });

  test.each([
    ['off', '“off” gives no reason'],
    ['FR off', '“off” gives no reason'],
    ['FR off because', 'gives no reason'],
    ['FR off because  ', 'gives no reason'],
    ['UK on', '“UK” is not a country’s code'],
    ['FR on; fr off because evenings', '“FR” is named twice'],
    ['on; Mon-Fri 09:00-18:00', 'What holds everywhere is said twice'],
    ['FR Mo-Fr 09:00-18:00', '“Mo-Fr” is not a day of the week'],
    ['FR yes', '“yes” is not a day with its hours'],
  ])('“%s” is refused: %s', (text, because) => {
    expect(() => readHouseHours(text)).toThrow(UnclearHouse);
    expect(() => readHouseHours(text)).toThrow(because);
  });

  test('all that is wrong with them is told at once', () => {
    expect(() => readHouseHours('UK on; FR off')).toThrow(/“UK” is not .* gives no reason.*Write for example/);
  });
});

describe('the caps of the house', () => {
  test('are one text in 24 hours and three in seven days, everywhere', () => {
    expect(houseRules(usual, []).map(({ id, place, says }) => [id, place, says])).toEqual([
      ['house/*/cap/1', '*', { kind: 'cap', max: 1, perHours: 24 }],
      ['house/*/cap/2', '*', { kind: 'cap', max: 3, perHours: 168 }],
    ]);
  });

  test('can be off for a reason, which stays', () => {
    const rules = houseRules({ ...usual, caps: readHouseCaps('off because this is a test system') }, []);
    expect(rules.map(({ says }) => says)).toEqual([
      { kind: 'note', text: 'The caps of the house do not apply: this is a test system.' },
    ]);
  });

  test.each(['', 'on', 'off', '0/24h', '1/0h', '1', '1/24', '1/24h; 3/7d'])('“%s” is refused', (text) => {
    expect(() => readHouseCaps(text)).toThrow(UnclearHouse);
  });
});

test('every rule of the house is a rule', () => {
  for (const rule of houseRules(usual, ['FR', 'US', 'JM'])) expect(Rule.parse(rule)).toEqual(rule);
});
