/** Where blocks are shown. */
export type Surface = 'message' | 'modal' | 'home';

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];

export const surfacesOfBlock: ReadonlyMap<unknown, readonly Surface[]> = new Map(
  Object.entries<readonly Surface[]>({
    actions: everywhere,
    alert: ['modal'],
    card: ['message', 'home'],
    carousel: ['message', 'home'],
    container: ['message'],
    context: everywhere,
    context_actions: ['message'],
    data_table: ['message'],
    data_visualization: ['message'],
    divider: everywhere,
    header: everywhere,
    image: everywhere,
    input: everywhere,
    markdown: ['message'],
    plan: ['message'],
    rich_text: everywhere,
    section: everywhere,
    table: ['message'],
    task_card: ['message'],
    video: everywhere,
  }),
);

/** Elements that Slack takes on some surfaces only; any other is taken wherever its block is. */
export const surfacesOfElement: ReadonlyMap<unknown, readonly Surface[]> = new Map(
  Object.entries<readonly Surface[]>({
    file_input: ['modal'],
    number_input: ['modal'],
    url_text_input: ['modal'],
    email_text_input: ['modal'],
    rich_text_input: ['modal', 'home'],
    datetimepicker: ['message', 'modal'],
    workflow_button: ['message'],
    feedback_buttons: ['message'],
    icon_button: ['message'],
  }),
);
