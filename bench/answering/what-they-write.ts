/** What an agent does about a reply: a canned answer, a typed one, or nothing to answer. */
export type Decision =
  | { readonly kind: 'canned'; readonly label: CannedLabel }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'handled'; readonly outcome?: string };

type CannedLabel = keyof typeof foreseen.canned;

export type Written = {
  readonly what: 'plain' | 'stop' | 'free';
  readonly text: string;
  readonly decision: Decision;
};

/** What is approved with the campaign, as its author enters it at More settings. */
export const foreseen = {
  expected: 'Yes: count me in => Great, see you on Friday!\nNo',
  canned: {
    Parking: 'You can park behind the hall.',
    Place: 'Hall 3, Mill Lane 12.',
    Friends: 'Bring whom you like!',
    End: 'It lasts until 10 pm.',
    Food: 'There is soup, also a vegan one.',
    Children: 'Children are welcome.',
  },
  outcomes: ['Call back', 'Comes later'],
} as const;

/** Gives a number from 0 to below 1, the same ones for the same seed. */
type Random = () => number;

const plain = {
  yes: 'Yes|Yes|Yes|yes|YES|Yes!|yes please|Yep|Yeah|Sure|Count me in|Ja|Sí|Oui|👍',
  no: 'No|No|No|no|NO|No.|Nope|No thanks|Nein|Non',
};
const stops = 'STOP|STOP|STOP|Stop|stop|Stop.|UNSUBSCRIBE|STOPP';

/** What many write, in several spellings. */
const often: readonly { texts: string; decision: Decision }[] = [
  {
    texts: 'Is there parking?|is there parking|Is there parking??|IS THERE PARKING?',
    decision: canned('Parking'),
  },
  { texts: 'Where is it?|where is it|Where is it??', decision: canned('Place') },
  { texts: 'Can I bring a friend?|can i bring a friend?|Can I bring a friend', decision: canned('Friends') },
  { texts: 'How long does it last?|how long does it last', decision: canned('End') },
  { texts: 'Will there be food?|will there be food?|Will there be food', decision: canned('Food') },
  { texts: 'Can I bring my kids?|can I bring my kids|Can I bring my kids??', decision: canned('Children') },
  { texts: 'Not sure yet|not sure yet|Not sure yet...', decision: { kind: 'handled' } },
  { texts: 'Maybe|maybe|Maybe!', decision: { kind: 'handled' } },
];

/** What hardly anybody else writes: # is a number of their own. */
const seldom: readonly { text: string; decision: Decision }[] = [
  typed('We would be # people, is that too many?', 'Not at all, come all of you.'),
  typed('Yes, but I can only come # minutes late. Is that ok?', 'Of course, see you then.'),
  typed('Which bus goes there, still the #?', 'Yes, and the 12.'),
  typed('Is the entrance at number # or in the yard?', 'In the yard.'),
  typed('I would bring # chairs if you need some', 'That would help, thank you.'),
  typed('Could somebody pick me up at house #?', 'We will ask around and write to you.'),
  typed('What does it cost for # people?', 'Nothing, you are our guests.'),
  typed('Do you still need a cake? Mine is for #', 'Gladly, thank you!'),
  typed('My neighbour from flat # got no text, may she come too?', 'Yes, she is welcome.'),
  typed('No, I work until # past nine. When is the next one?', 'On the first Friday in June.'),
  typed('Can my band of # play?', 'Please write to music@example.org.'),
  typed('I use a wheelchair, are there # steps or a ramp?', 'There is a ramp at the back.'),
  handled('I am away on Friday, have fun all # of you'),
  handled('Last time we were #, it was lovely'),
  handled('Got your text # times, all good'),
  handled('Yes if my train # is on time'),
  handled('No idea yet, I will know in # days'),
  handled('Please ring me about it, flat #', 'Call back'),
  handled('I come after the match, # minutes or so', 'Comes later'),
];

const shareOfOften = 0.55;

/** A mix of replies, the same for the same seed: half plain, a tenth STOP, the rest free. */
export function whatTheyWrite(replies: number, random: Random): Written[] {
  const stopping = Math.round(replies / 10);
  const plainly = Math.round(replies / 2);
  return Array.from({ length: replies }, (_, no): Written => {
    if (no < stopping) return { what: 'stop', text: oneOf(stops, random), decision: { kind: 'handled' } };
    if (no >= stopping + plainly) return { what: 'free', ...freeText(random) };
    const says = random() < 0.6 ? 'yes' : 'no';
    return { what: 'plain', text: oneOf(plain[says], random), decision: { kind: 'handled' } };
  });
}

function freeText(random: Random): Pick<Written, 'text' | 'decision'> {
  if (random() < shareOfOften) {
    const { texts, decision } = pick(often, random);
    return { text: oneOf(texts, random), decision };
  }
  const { text, decision } = pick(seldom, random);
  return { text: text.replace('#', String(2 + Math.floor(random() * 90))), decision };
}

function oneOf(texts: string, random: Random): string {
  return pick(texts.split('|'), random);
}

function pick<T>(all: readonly T[], random: Random): T {
  return all[Math.floor(random() * all.length)] as T;
}

function canned(label: CannedLabel): Decision {
  return { kind: 'canned', label };
}

function typed(text: string, answer: string): { text: string; decision: Decision } {
  return { text, decision: { kind: 'typed', text: answer } };
}

function handled(text: string, outcome?: string): { text: string; decision: Decision } {
  return { text, decision: { kind: 'handled', ...(outcome !== undefined && { outcome }) } };
}
