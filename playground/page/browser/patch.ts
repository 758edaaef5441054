/// <reference lib="dom" />
import type { Element as Wanted } from './element.ts';

const shown = new WeakMap<Node, Wanted>();

/** Changes the container's content into what is wanted, touching only what differs: focus and typed text stay. */
export function patch(container: Element, wanted: readonly (Wanted | string)[]): void {
  const left = new Set<ChildNode>(container.childNodes);
  const placed = wanted.map((child) => {
    const kept = findKept(left, child);
    if (kept) left.delete(kept);
    const node = typeof child === 'string' ? textNode(kept, child) : elementNode(kept, child);
    return { child, node, isNew: node !== kept };
  });
  for (const gone of left) gone.remove();
  placed.forEach(({ node }, index) => {
    if (container.childNodes[index] !== node) container.insertBefore(node, container.childNodes[index] ?? null);
  });
  for (const { child, node, isNew } of placed) {
    if (isNew && typeof child !== 'string' && typeof child.props.onmount === 'function') child.props.onmount(node);
  }
}

function findKept(left: ReadonlySet<ChildNode>, child: Wanted | string): ChildNode | undefined {
  for (const node of left) {
    if (typeof child === 'string') {
      if (node instanceof Text) return node;
      continue;
    }
    const before = shown.get(node);
    if (before && before.tag === child.tag && before.key === child.key) return node;
  }
}

function textNode(kept: ChildNode | undefined, text: string): Text {
  if (!(kept instanceof Text)) return document.createTextNode(text);
  if (kept.data !== text) kept.data = text;
  return kept;
}

function elementNode(kept: ChildNode | undefined, wanted: Wanted): HTMLElement {
  const node = kept instanceof HTMLElement ? kept : document.createElement(wanted.tag);
  const before = kept ? shown.get(kept) : undefined;
  shown.set(node, wanted);
  setAttributes(node, before?.props ?? {}, wanted.props);
  patch(node, wanted.children);
  // Last, because a select takes a value only when its options are there.
  setProperties(node, before?.props ?? {}, wanted.props);
  return node;
}

/** What a person changes by hand: touched only when the wanted value changes, never put back. */
const properties = ['value', 'checked'];

function setProperties(node: HTMLElement, before: Wanted['props'], wanted: Wanted['props']): void {
  for (const name of properties) {
    if (name in wanted && wanted[name] !== before[name]) Object.assign(node, { [name]: wanted[name] ?? '' });
  }
}

function setAttributes(node: HTMLElement, before: Wanted['props'], wanted: Wanted['props']): void {
  for (const name of Object.keys(before)) {
    if (!(name in wanted)) setAttribute(node, name, undefined);
  }
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== before[name]) setAttribute(node, name, value);
  }
}

function setAttribute(node: HTMLElement, name: string, value: unknown): void {
  if (name === 'onmount' || properties.includes(name)) return;
  if (name.startsWith('on')) return void Object.assign(node, { [name]: value ?? null });
  if (value === undefined || value === null || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? '' : String(value));
}
