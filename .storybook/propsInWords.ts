import type { ArgTypesEnhancer } from 'storybook/internal/types';

interface Documented {
  props?: Readonly<Record<string, { description?: string; tsType?: { name: string; raw?: string } }>>;
}

/**
 * The tables of props say what a union is made of, where they would say "union", and the default that the comment of a
 * prop names.
 */
export const propsInWords: ArgTypesEnhancer = ({ component, argTypes }) => {
  // What the plugin of React's framework found in the source.
  const documented = (Reflect.get(Object(component), '__docgenInfo') as Documented | undefined)?.props ?? {};
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const { description, tsType } = documented[name] ?? {};
      const preset = /@default\s+(.+)/.exec(description ?? '')?.[1]?.replaceAll('`', '');
      const isUnion = argType.table?.type?.summary === 'union' && tsType?.raw;
      const table = {
        ...argType.table,
        ...(isUnion && { type: { summary: inWords(isUnion) } }),
        ...(preset && { defaultValue: { summary: preset } }),
      };
      return [name, { ...argType, table }];
    }),
  );
};

/** A union as one writes it on a line: without the line ends of the source, and without saying that it may be absent. */
function inWords(raw: string): string {
  return raw
    .replaceAll(/\s+/g, ' ')
    .replace(/^\| /, '')
    .replace(/ \| undefined$/, '')
    .replace(/^\((\(.*\) => [^|]+)\)$/, '$1');
}
