import { importsDocument } from './document-names.ts';
import type { EventOf } from './events.ts';
import { type Memory, touch } from './memory.ts';

export function noteImport(memory: Memory, event: EventOf<'import_noted'>): void {
  if (touch(memory, importsDocument)) memory.imports.set(event.import.id, event.import);
}

export function storeImport(memory: Memory, { imported }: EventOf<'campaign_saved'>): void {
  const noted = imported === undefined ? undefined : memory.imports.get(imported);
  if (noted && touch(memory, importsDocument)) memory.imports.set(noted.id, { ...noted, isStored: true });
}

export function endImport(memory: Memory, { id }: EventOf<'import_ended'>): void {
  if (touch(memory, importsDocument)) memory.imports.delete(id);
}
