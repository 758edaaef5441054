import { describe, expect, test } from 'vitest';
import type { Person } from '../../../playground/slack/people/person.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { approve, draftBy, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

let bench: Bench;
let ada: Person;
benchForEach(
  (fresh) => {
    bench = fresh;
    ada = fresh.slack.as('ada');
  },
  { slack: { workspace: workspaceWithGroup() }, groupIds: ['S0ADMINS'] },
);

function workspaceWithGroup() {
  return { userGroups: [{ id: 'S0ADMINS', handle: 'admins', name: 'Admins', users: ['U0ADA'] }] };
}

async function aDraftOf(author: string, name = 'Reunion') {
  return draftBy(bench, UserId.parse(author), { name });
}

async function submitted(author: string, name: string) {
  return submit(bench, await aDraftOf(author, name));
}

async function approved(name: string) {
  return approve(bench, await submitted('U0ADA', name), UserId.parse('U0BEN'));
}

/** What the person was told, and nobody else. */
async function answerTo(person: Person, text: string) {
  const before = person.ephemerals().length;
  expect(await person.command('/sms-campaign', text)).toEqual({ ok: true });
  return (await bench.slack.until(() => person.ephemerals()[before], { what: `an answer to ${text}` })).text;
}

describe('/sms-campaign', () => {
  test('help explains the words, and an unknown word gets the same, naming it', async () => {
    expect(await answerTo(ada, 'help')).toContain('/sms-campaign list');
    expect(await answerTo(ada, 'stauts')).toContain('stauts');
  });

  test('why says what became of one person in each campaign, the number masked, and of nobody', async () => {
    await approved('Reunion');
    const text = await answerTo(ada, 'why +1 201 555 0150');
    expect(text).toMatch(/•••• 0150, the newest campaign first:.*Reunion.*\(\w{8}\):.*Waits: /s);
    expect(text).not.toContain('5550150');
    expect(await answerTo(ada, 'why +12015550199')).toContain('is on no list of a campaign that you may see.');
  });

  test('a name that Slack escapes on the way is the name in the form, and is found again', async () => {
    await ada.command('/sms-campaign', 'new Q&A night');
    expect((await ada.modal('New SMS campaign')).inputs['Campaign name']).toBe('Q&A night');
    await ada.fill({ Message: 'Will you come? Reply STOP to opt out.', 'Or paste recipients': '+12015550150' });
    await ada.submit();
    await ada.modal('Check your campaign');
    await ada.dismiss();
    await ada.command('/sms-campaign', 'status q&a night');
    expect((await ada.modal('Check your campaign')).text).toContain('Q&A night');
  });

  test('new fills the form in from words as phones write them', async () => {
    const typed = 'new “Spring night” —batch 20 —every 5\u00a0minutes --from +1 201 555 0123';
    await ada.command('/sms-campaign', typed);
    expect((await ada.modal('New SMS campaign')).inputs).toMatchObject({
      'Campaign name': 'Spring night',
      'Batch size': '20',
      Every: '5 minutes',
    });
  });

  test('what new does not understand is named, and no form opens', async () => {
    expect(await answerTo(ada, 'new Spring --every 5')).toBe('5 what? Write 5m or 5s.');
    expect(await answerTo(ada, 'new Spring --size 5')).toContain('does not understand --size here');
    expect(await answerTo(ada, 'new Spring --batch')).toContain('--batch needs a value');
    expect(await answerTo(ada, 'new Spring --from +1 201 555 0199')).toContain('senders set up here: 12015550123');
    expect(ada.openModal()).toBeUndefined();
  });

  test('list shows what was submitted, and names one’s own drafts apart', async () => {
    await submitted('U0ADA', 'Reunion');
    await aDraftOf('U0ADA', 'Spring sale');
    await aDraftOf('U0BEN', 'Secret');
    const list = await answerTo(ada, 'list');
    expect(list).toMatch(/^SMS campaigns\n1 campaign, the newest first:\nReunion/);
    expect(list).toContain('Not submitted: 1 draft of yours, “Spring sale”.');
    expect(list).not.toContain('Secret');
    expect(await answerTo(ada, 'list all')).toContain('Secret');
    expect(await answerTo(ada, 'list waiting')).toContain('Reunion');
    expect(await answerTo(ada, 'list running')).toContain('no campaign under way now');
  });

  test('list has pages', async () => {
    for (let no = 1; no <= 21; no += 1) await aDraftOf(no > 15 ? 'U0BEN' : 'U0ADA', `Try ${no}`);
    const first = await answerTo(ada, 'list all');
    expect(first).toContain('page 1 of 2');
    expect(first).not.toContain('Try 1 (');
    expect(await answerTo(ada, 'list all 2')).toContain('Try 1 (');
  });

  test('a word after list that nobody knows is named', async () => {
    expect(await answerTo(ada, 'list finished')).toContain('does not understand finished here');
  });

  test('each line of the list opens its campaign, with what can be done', async () => {
    await approved('Reunion');
    await aDraftOf('U0ADA', 'Spring sale');
    await answerTo(ada, 'list');
    await ada.pressIn(ada.ephemerals().at(-1)!, 'Open');
    const opened = await bench.slack.until(() => ada.ephemerals().find(({ buttons }) => buttons.includes('Pause')));
    await ada.pressIn(opened, 'Pause');
    await bench.slack.until(() =>
      ada.ephemerals().find(({ ts, buttons }) => ts === opened.ts && buttons.includes('Resume')),
    );

    await answerTo(ada, 'list drafts');
    await ada.pressIn(ada.ephemerals().at(-1)!, 'Open');
    expect((await ada.modal('Check your campaign')).text).toContain('Spring sale');
  });

  test('a name that several have is told with state and day of each', async () => {
    await aDraftOf('U0ADA', 'Reunion, a draft');
    await submitted('U0ADA', 'Reunion');
    const told = await answerTo(ada, 'status reu');
    expect(told).toMatch(/\(Reunion, waiting for approval, of \d+ \w+\), .*\(Reunion, a draft, a draft, of \d+ \w+\)/);
  });

  test('cancel asks before anything happens, and asks once more at the button', async () => {
    const { id } = await approved('Reunion');
    expect(await answerTo(ada, 'cancel Reunion')).toContain('Nothing is cancelled yet. Press Cancel to end “Reunion”');
    expect((await bench.services.campaigns.get(id)).status).toMatch(/scheduled|running/);
    const asked = ada.ephemerals().at(-1)!;
    await ada.pressIn(asked, 'Cancel');
    await bench.slack.until(async () => /cancell/.test((await bench.services.campaigns.get(id)).status));
    const answer = '“Reunion” is cancelled: nobody else gets its message. Its post in #sms says how far it got.';
    await bench.slack.until(() => ada.ephemerals().find(({ ts, text }) => ts === asked.ts && text === answer));
  });

  test('cancel leaves other people’s drafts alone', async () => {
    const { id } = await aDraftOf('U0BEN', 'Secret');
    expect(await answerTo(bench.slack.as('cleo'), 'cancel Secret')).toContain('No campaign is called “Secret”');
    expect((await bench.services.campaigns.get(id)).status).toBe('draft');
    const { contentHash } = await bench.services.campaigns.preview(id);
    await bench.services.campaigns.submit(id, { by: UserId.parse('U0BEN'), contentHash });
    await bench.services.campaigns.sendBack(id, { by: UserId.parse('U0CLEO'), reason: 'The date' });
    expect(await answerTo(bench.slack.as('cleo'), 'cancel Secret')).toContain(
      'only its writers, an approver or an admin',
    );
  });

  test('status has a button that shows the rules of where its people are', async () => {
    await approved('Reunion');
    await answerTo(ada, 'status reunion');
    await ada.pressIn(ada.ephemerals().at(-1)!, 'Show rules');
    const { text } = await bench.slack.until(() => ada.openModal(), { what: 'the rules' });
    expect(text).toContain('They are not legal advice');
    expect(text).not.toContain('since become looser');
  });

  test('status, pause and resume answer with how the campaign stands', async () => {
    const { campaigns } = bench.services;
    const { id } = await approved('Reunion');
    expect(await answerTo(ada, 'status reun')).toContain('Reunion');
    expect(await answerTo(ada, 'pause Reunion')).toContain('Paused');
    expect((await campaigns.get(id)).status).toBe('paused');
    await answerTo(ada, `resume ${id}`);
    expect((await campaigns.get(id)).status).not.toBe('paused');
  });

  test('a campaign that nobody knows gets a sentence, to the person only', async () => {
    expect(await answerTo(ada, 'status nothing')).toMatch(/nothing/);
  });

  test('opt-outs are checked, added and removed, with the number that was understood in full', async () => {
    expect(await answerTo(ada, 'optout add (201) 555-0150')).toContain('+1 201 555 0150 is opted out now');
    expect(await answerTo(ada, 'optout check 2015550150')).toContain('+1 201 555 0150 has been opted out since');
    expect(await answerTo(ada, 'optout remove +12015550150 because she asked by letter')).toContain(
      '+1 201 555 0150 is not opted out any more',
    );
    expect(JSON.stringify(bench.log)).not.toContain('2015550150');
  });

  test('nobody lifts an opt-out unseen: an admin says why, and the channel reads it with the number masked', async () => {
    await bench.text('+12015550150', 'STOP');
    const told = () =>
      bench.slack
        .channel('sms')
        .messages()
        .filter(({ text }) => text.includes('off the opt-outs'));
    expect(await answerTo(ada, 'optout remove +12015550150')).toContain('because they asked for it by letter');
    expect(await answerTo(bench.slack.as('cleo'), 'optout remove +12015550150 because I say so')).toContain(
      'Only an admin can take a number off the opt-outs: ask Ada or Ben. An admin types: /sms-campaign optout remove <number> because …. Or the person texts START.',
    );
    expect(await answerTo(ada, 'optout check +12015550150')).toContain('has been opted out since');
    expect(told()).toEqual([]);

    expect(await answerTo(ada, 'optout remove +12015550150 because she wrote us a letter')).toContain(
      'not opted out any more',
    );
    const [notice] = await bench.slack.until(() => (told().length > 0 ? told() : undefined), { what: 'the notice' });
    expect(notice!.text).toContain('Ada took •••• 0150 off the opt-outs, because she wrote us a letter');
    expect(await answerTo(ada, 'optout remove +12015550150 because once more')).toContain('was not opted out');
    expect(told()).toHaveLength(1);
  });

  test('an opt-out holds for the person, whatever spelling is typed, landlines too', async () => {
    expect(await answerTo(ada, 'optout add +52 1 55 1234 5678')).toContain('+52 55 1234 5678 is opted out now');
    expect(await answerTo(ada, 'optout check 525512345678')).toContain('has been opted out since');
    expect(await answerTo(ada, 'optout remove +52 044 55 1234 5678 because he called us')).toContain(
      'not opted out any more',
    );
    expect(await answerTo(ada, 'optout add +55 11 8765 4321')).toContain('The same person is +551187654321.');
    expect(await answerTo(ada, 'optout add +49 30 901820')).toContain('+49 30 901820 is opted out now');
  });

  test('a number that could be two, or is none, changes nothing and says why', async () => {
    const { suppressions } = bench.store;
    expect(await answerTo(ada, 'optout add 4792234567')).toContain(
      'could be +1 479 223 4567 or +47 92 23 45 67, so nothing was done.',
    );
    expect(await answerTo(ada, 'optout add ben')).toContain('is not a phone number');
    expect(await suppressions.count()).toBe(0);
  });

  test('an export comes as a file in a direct message', async () => {
    await aDraftOf('U0ADA');
    expect(await answerTo(ada, 'export Reunion')).toContain('direct messages');
    const file = await bench.slack.until(() => ada.dms().flatMap(({ files }) => files)[0]);
    expect(file.content).toContain('0150');
  });

  test('a guest is refused before anything happens', async () => {
    await aDraftOf('U0ADA');
    expect(await answerTo(bench.slack.as('gus'), 'list')).toContain('Only full members of this workspace');
  });

  test('somebody whom Slack cannot name for us is refused, too', async () => {
    bench.slack.trouble({ method: 'users.info', kind: '500', times: 2 });
    expect(await answerTo(ada, 'list')).toContain('could not look up who you are');
    expect(await answerTo(ada, 'list')).not.toContain('could not look up');
  });

  test('an error that nobody foresaw is a reference that also stands in the log, without texts and numbers', async () => {
    bench.slack.trouble({ method: 'views.open', kind: 'refuse', error: 'view_of_another_world' });
    const told = await answerTo(ada, 'new "Party for +12015550199"');
    const line = bench.log.find(({ message }) => message === 'A listener failed');
    const { reference } = line!.fields as { reference: string };
    expect(reference).toMatch(/^[0-9a-f]{8}$/);
    expect(told).toContain(reference);
    expect(JSON.stringify(bench.log)).not.toContain('12015550199');
  });
});
