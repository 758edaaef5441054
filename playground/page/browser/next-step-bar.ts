import type { Offer } from '../next-step-shape.ts';
import { type Child, type Element, h } from './element.ts';
import type { PageContext } from './page-state.ts';
import { becomePerson } from './sidebar.ts';

/** What a newcomer does next, with a button for it where there is one. */
export function nextStepBar(page: PageContext): Element {
  const { nextStep, modal } = page.snapshot;
  return h(
    'div.next-step',
    { role: 'status' },
    // With a modal open the same words stand above it, where the keyboard reaches the buttons.
    h('p', {}, modal ? 'A window is open in Slack: go on there.' : nextStep.text),
    !modal && offerButtons(page),
  );
}

export function offerButtons(page: PageContext): Child {
  const { offers } = page.snapshot.nextStep;
  if (offers.length === 0) return null;
  const sample = offers.find(({ does }) => does === 'fill in')?.with;
  return h(
    'span.offers',
    {},
    offers.map((offer) =>
      h('button.offer', { key: offer.label, type: 'button', onclick: () => take(page, offer) }, offer.label),
    ),
    sample && h('a.download', { href: `/samples/${sample}`, download: sample }, `Save ${sample}`),
  );
}

function take(page: PageContext, { does, with: what = '' }: Offer): void {
  if (does === 'start bot') void page.act({ act: 'bot', do: 'start' });
  if (does === 'agent on') void page.act({ act: 'agent', on: true });
  if (does === 'switch person') {
    page.set({ thread: null, channel: 'C0SMS', part: 'slack' });
    becomePerson(page, what);
  }
  if (does === 'open thread') page.set({ channel: 'C0SMS', thread: what, part: 'slack' });
  if (does === 'new campaign') {
    page.set({ channel: 'C0SMS', part: 'slack' });
    void page.actAsMe({ act: 'say', channel: 'C0SMS', thread: null, text: '/sms-campaign' });
  }
  if (does === 'fill in') {
    void page.actAsMe({ act: 'fill', values: { ...exampleValues, 'Recipients (CSV file)': { sample: what } } });
  }
}

/** Quick enough to watch, and small enough that the answers of one batch hold the next one back. */
const exampleValues = {
  'Campaign name': 'Spring party',
  Message:
    'Hi {{first_name|there}}, the spring party is on Saturday at 6 pm in the garden. Will you come? Reply STOP to get no more texts.',
  'Batch size': '20',
  Every: '20s',
  'Hold while unanswered replies exceed': '8',
};
