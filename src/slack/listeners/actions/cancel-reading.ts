import { onButton } from '../listener.ts';

/** "Cancel reading" while a list is read: the form comes back with what was typed in it. */
export const cancelReading = onButton(async ({ by, action }, { campaigns }) => {
  await campaigns.cancelReading(action.value ?? '', by);
});
