import type { BlockJson } from '../../slack/block-json.ts';
import type { ViewShape } from '../snapshot-shape.ts';
import { renderBlocks } from './blocks/blocks.ts';
import type { BrowserFile, ElementIds, Surface } from './blocks/surface.ts';
import { type Element, h } from './element.ts';
import type { PageContext } from './page-state.ts';
import { toBase64 } from './to-base64.ts';

export type Where = { readonly viewId: string } | { readonly channel: string; readonly ts: string };

/** A message or a view to draw blocks on: what is used there goes to the server as the person's act. */
export function surfaceFor(page: PageContext, where: Where, view?: ViewShape): Surface {
  const { state, snapshot } = page;
  const id = 'viewId' in where ? where.viewId : where.ts;
  const enter = (on: ElementIds, entry: Parameters<Surface['enter']>[1]) => {
    state.typed.delete(keyOf(on));
    void page.actAsMe({ act: 'use', where, ...on, entry });
  };
  return {
    id,
    reader: { names: snapshot.names, zone: snapshot.time.zone, nowMs: snapshot.time.worldMs },
    values: view?.values ?? {},
    errors: view?.errors ?? {},
    choices: {
      // Oneself last: whoever is asked for somebody means a colleague.
      people: snapshot.people
        .toSorted((one, other) => Number(one.name === state.me) - Number(other.name === state.me))
        .map((person) => ({ id: person.id, name: person.fullName })),
      channels: snapshot.channels.filter(({ kind }) => kind === 'channel'),
    },
    openMenu: state.openMenu,
    toggleMenu: (menu) => page.set({ openMenu: state.openMenu === menu ? null : menu }),
    use(on, entry, confirm) {
      const go = () => void page.actAsMe({ act: 'use', where, ...on, ...(entry !== undefined && { entry }) });
      if (confirm) page.set({ confirm: { asks: confirm, yes: go } });
      else go();
    },
    enter,
    typing: (on, entry) => state.typed.set(keyOf(on), { on, entry }),
    async pickFiles(on, files: Iterable<BrowserFile>) {
      const read = async (file: BrowserFile) => ({
        file: file.name,
        base64: toBase64(new Uint8Array(await file.arrayBuffer())),
      });
      const picked = await Promise.all([...files].map(read));
      if (picked.length > 0) enter(on, picked);
    },
  };
}

/** The blocks, or a visible error in place of what cannot be drawn. */
export function drawBlocks(blocks: readonly BlockJson[], surface: Surface): Element[] {
  try {
    return renderBlocks(blocks, surface);
  } catch (error) {
    console.error(error);
    return [h('p.alert', { role: 'alert' }, error instanceof Error ? error.message : String(error))];
  }
}

function keyOf({ blockId, actionId }: ElementIds): string {
  return `${blockId} ${actionId}`;
}
