import { describe, expect, test } from 'vitest';
import { issueTrigger } from '../../../playground/slack/triggers.ts';
import type { Payload } from './support/app-by-hand.ts';
import { input, modal, option, plain, section } from './support/blocks.ts';
import { call } from './support/call.ts';
import { type Workspace, workspaceForEach } from './support/workspace.ts';

let slack: Workspace['slack'];
let app: Workspace['app'];
let open: Workspace['open'];
workspaceForEach((fresh) => {
  ({ slack, app, open } = fresh);
});

describe('a form', () => {
  test('takes every kind of input by its label and sends Slack’s values', async () => {
    await open(
      modal(
        input('Text', { type: 'plain_text_input' }),
        input('Number', { type: 'number_input', is_decimal_allowed: true }),
        input('Select', { type: 'static_select', options: [option('One'), option('Two')] }),
        input('Radio', {
          type: 'radio_buttons',
          options: [option('Red'), option('Blue')],
          initial_option: option('Red'),
        }),
        input('Checks', { type: 'checkboxes', options: [option('A'), option('B')] }),
        input('Person', { type: 'users_select' }),
        input('Channel', { type: 'conversations_select', response_url_enabled: true }),
        input('When', { type: 'datetimepicker' }),
        input('Day', { type: 'datepicker' }),
        input('Time', { type: 'timepicker' }),
        input('Empty', { type: 'plain_text_input' }, { optional: true }),
        input('People', { type: 'multi_users_select' }),
      ),
    );
    const ada = slack.as('ada');
    await ada.fill({
      Text: 'hi',
      Number: 2.5,
      Select: 'Two',
      Radio: 'Blue',
      Checks: ['A', 'B'],
      Person: 'Ben',
      Channel: '#sms',
    });
    await ada.fill({
      When: new Date('2026-12-01T10:00:30Z'),
      Day: '2026-12-01',
      Time: '09:30',
      People: ['ada', 'ben'],
    });
    expect((await ada.submit()).result).toBe('closed');

    const [payload] = app.payloads('view_submission');
    const values = payload?.view.state.values ?? {};
    expect(Object.fromEntries(Object.entries(values).map(([label, one]) => [label, one.v]))).toEqual({
      Text: { type: 'plain_text_input', value: 'hi' },
      Number: { type: 'number_input', value: '2.5' },
      Select: { type: 'static_select', selected_option: option('Two') },
      Radio: { type: 'radio_buttons', selected_option: option('Blue') },
      Checks: { type: 'checkboxes', selected_options: [option('A'), option('B')] },
      Person: { type: 'users_select', selected_user: 'U0BEN' },
      Channel: { type: 'conversations_select', selected_conversation: 'C0SMS' },
      When: { type: 'datetimepicker', selected_date_time: Date.parse('2026-12-01T10:00:00Z') / 1000 },
      Day: { type: 'datepicker', selected_date: '2026-12-01' },
      Time: { type: 'timepicker', selected_time: '09:30' },
      Empty: { type: 'plain_text_input', value: null },
      People: { type: 'multi_users_select', selected_users: ['U0ADA', 'U0BEN'] },
    });
    expect(payload?.response_urls).toMatchObject([{ block_id: 'Channel', channel_id: 'C0SMS' }]);
  });

  test('is held back by the client while it is incomplete', async () => {
    await open(
      modal(
        input('Name', { type: 'plain_text_input', min_length: 3 }),
        input('Size', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '9' }),
        input('Mail', { type: 'email_text_input' }, { optional: true }),
      ),
    );
    const ada = slack.as('ada');
    await ada.fill({ Name: 'ab', Size: 10, Mail: 'nobody' });
    expect((await ada.submit()).errors).toEqual({
      Name: 'Please enter at least 3 characters.',
      Size: 'Must be 9 or less.',
      Mail: 'Please enter a valid email address.',
    });
    await ada.fill({ Name: null, Size: 1.5, Mail: null });
    expect((await ada.submit()).errors).toEqual({
      Name: 'Please complete this required field.',
      Size: 'Please enter a whole number.',
    });
    expect(app.payloads('view_submission')).toEqual([]);
  });

  test('names what there is when a test asks for something else', async () => {
    await open(
      modal(
        input('Select', { type: 'static_select', options: [option('One')] }),
        input('File', { type: 'file_input', filetypes: ['csv'] }),
      ),
    );
    const ada = slack.as('ada');
    await expect(ada.fill({ Nmae: 'x' })).rejects.toThrow('There is no input "Nmae"; there are: Select, File');
    await expect(ada.fill({ Select: 'Three' })).rejects.toThrow('There is no option "Three"; there are: One');
    await expect(ada.fill({ File: { name: 'a.exe', content: '' } })).rejects.toThrow('only csv files');
    await expect(ada.press('Go')).rejects.toThrow('There is no button "Go"; there are: none');
    await expect(slack.as('ben').press('Go')).rejects.toThrow('Ben has no modal open.');
  });

  test('keeps what was entered through an update where ids stay, and takes initial values where they change', async () => {
    const view = (id: string) =>
      modal({ ...input('Name', { type: 'plain_text_input', initial_value: 'start' }), block_id: id });
    const { id: view_id } = await open(view('one'));
    const ada = slack.as('ada');
    await ada.fill({ Name: 'mine' });
    await call(slack, 'views.update', { view_id, view: view('one') });
    expect(ada.openModal()?.inputs).toEqual({ Name: 'mine' });
    await call(slack, 'views.update', { view_id, view: view('two') });
    expect(ada.openModal()?.inputs).toEqual({ Name: 'start' });
  });

  test('tells the app at once where an input dispatches', async () => {
    await open(modal(input('Select', { type: 'static_select', options: [option('One')] }, { dispatch_action: true })));
    await slack.as('ada').fill({ Select: 'One' });
    const [{ actions, container, view }] = app.payloads('block_actions') as [Payload];
    expect(actions).toMatchObject([
      { type: 'static_select', block_id: 'Select', action_id: 'v', selected_option: option('One') },
    ]);
    expect(container).toMatchObject({ type: 'view' });
    expect(view.state.values.Select?.v).toMatchObject({ selected_option: option('One') });
  });
});

describe('the answer to a submit', () => {
  const submit = async (answer: unknown) => {
    await open(modal(input('Name', { type: 'plain_text_input', initial_value: 'x' })));
    app.answerWith(answer);
    return slack.as('ada').submit();
  };
  const title = () => slack.as('ada').openModal()?.title;

  test.each([
    ['nothing', undefined, 'closed', undefined],
    ['an empty object', {}, 'closed', undefined],
    ['clear', { response_action: 'clear' }, 'cleared', undefined],
    [
      'update',
      { response_action: 'update', view: { ...modal(section('x')), title: plain('Next') } },
      'updated',
      'Next',
    ],
    ['push', { response_action: 'push', view: { ...modal(section('x')), title: plain('Over') } }, 'pushed', 'Over'],
  ])('%s is applied', async (_name, answer, result, shown) => {
    expect((await submit(answer)).result).toBe(result);
    expect(title()).toBe(shown);
    expect(slack.problems).toEqual([]);
  });

  test.each([
    ['errors for a block that is no input', { response_action: 'errors', errors: { nowhere: 'x' } }],
    ['errors without any', { response_action: 'errors', errors: {} }],
    ['an unknown response_action', { response_action: 'explode' }],
    ['an invalid view', { response_action: 'update', view: { type: 'modal', blocks: [] } }],
  ])('%s is trouble, and the form stays', async (_name, answer) => {
    expect(await submit(answer)).toMatchObject({
      result: 'trouble',
      notice: 'We had some trouble connecting. Try again?',
    });
    expect(slack.as('ada').openModal()).toMatchObject({
      title: 'Form',
      inputs: { Name: 'x' },
      notice: expect.stringContaining('trouble'),
    });
    expect(slack.problems.length).toBeGreaterThan(0);
  });
});

describe('closing', () => {
  test('tells of each modal that asked for it, the upper one first', async () => {
    const view = (callback_id: string) => ({ ...modal(section('x')), callback_id, notify_on_close: true });
    const { id: viewId } = await open(view('lower'));
    await call(slack, 'views.push', {
      trigger_id: issueTrigger(slack.state, { user: 'U0ADA', viewId }),
      view: view('upper'),
    });
    await slack.as('ada').dismiss();
    const closed = app.payloads('view_closed').map((payload) => [payload.view.callback_id, payload.is_cleared]);
    expect(closed).toEqual([
      ['upper', true],
      ['lower', true],
    ]);
    expect(slack.as('ada').openModal()).toBeUndefined();
  });
});
