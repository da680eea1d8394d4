/** The text of every component, from which the slots are read: a list of our own would fall behind. */
const sources = import.meta.glob<string>(['../../src/{components,ui}/*.tsx', '../../src/UsersPanel.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The slots that some components render: each is the class `mup-<slot>` and a key of `classNames`. */
export function SlotList({ of: names }: { of: readonly string[] }) {
  const slots = new Set<string>();
  for (const name of names) {
    const found = Object.entries(sources).find(([path]) => path.endsWith(`/${name}.tsx`));
    if (!found) throw new Error(`There is no component ${name}.`);
    for (const [, slot, row] of found[1].matchAll(/\bslot\(\s*'([\w-]+)'|<TableRow\s+name="([\w-]+)"/g)) {
      slots.add(slot ?? row ?? '');
    }
  }
  return (
    <ul>
      {[...slots].toSorted().map((slot) => (
        <li key={slot}>
          <code>{slot}</code>
        </li>
      ))}
    </ul>
  );
}
