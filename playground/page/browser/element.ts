/** A piece of the page as a value: what should be there, not how it gets there. */
export type Element = {
  readonly tag: string;
  /** Tells it from its siblings, so that it stays the same one while they come and go. */
  readonly key: string | undefined;
  readonly props: Props;
  readonly children: readonly (Element | string)[];
};

/** Attributes, `on…` handlers, and `onmount`, which gets the new node once. */
export type Props = Readonly<Record<string, unknown>>;

export type Child = Element | string | null | undefined | false | readonly Child[];

/** `h('a.link', { href }, 'text')`: the classes stand behind the tag. */
export function h(name: string, props: Props = {}, ...children: readonly Child[]): Element {
  const [tag = 'div', ...classes] = name.split('.');
  const { key, class: more, ...rest } = props;
  const names = [...classes, ...(typeof more === 'string' && more !== '' ? [more] : [])].join(' ');
  return {
    tag,
    key: key === undefined ? undefined : String(key),
    props: names === '' ? rest : { ...rest, class: names },
    children: flat(children),
  };
}

/** All the words in it, as a reader gets them. */
export function textOf(node: Element | string): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

function flat(children: readonly Child[]): (Element | string)[] {
  return children.flatMap((child) => {
    if (child === null || child === undefined || child === false || child === '') return [];
    return isList(child) ? flat(child) : [child];
  });
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}
