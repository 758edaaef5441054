import { toForget } from '../../../domain/answering/kept-form.ts';
import type { FormStore } from '../../../ports/store.ts';
import type { Changes } from './changes.ts';

export function formStore(changes: Changes): FormStore {
  const { memory } = changes;
  return {
    async keep(key, form) {
      await changes.ready();
      await changes.commit({ kind: 'form_kept', key, form, forgotten: toForget(memory.forms, key, form) });
    },
    async get(key) {
      return memory.forms.get(key);
    },
  };
}
