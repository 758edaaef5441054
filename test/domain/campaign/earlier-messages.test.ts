import { expect, test } from 'vitest';
import { earlierMessages } from '../../../src/domain/campaign/earlier-messages.ts';
import { CampaignId } from '../../../src/domain/ids.ts';
import { aCampaign, aDraft, campaignId } from '../../support/builders.ts';

const ids = Array.from({ length: 12 }, (_, no) => CampaignId.parse(`abcdefg${'abcdefghijkm'[no]}`));

test('each text is offered once, under the newest campaign that has it', () => {
  const same = ids.slice(0, 3).map((id) => aCampaign({ id, name: id, template: 'Come! Reply STOP.' }));
  const other = aCampaign({ id: ids[3]!, name: 'Other', template: 'Go! Reply STOP.' });
  expect(earlierMessages([...same, other], null).map(({ name }) => name)).toEqual([ids[0], 'Other']);
});

test('ten are offered at most', () => {
  const many = ids.map((id) => aCampaign({ id, template: id }));
  expect(earlierMessages(many, null).map(({ id }) => id)).toEqual(ids.slice(0, 10));
});

test('neither drafts that nobody was asked to approve nor the edited campaign are offered', () => {
  const edited = aCampaign({ id: campaignId });
  expect(earlierMessages([aDraft({ id: ids[0]!, template: 'A draft' }), edited], campaignId)).toEqual([]);
});
