import type { ArgTypesEnhancer } from 'storybook/internal/types';

interface Documented {
  props?: Readonly<Record<string, { tsType?: { name: string; raw?: string } }>>;
}

/** The tables of props say what a union is made of, where they would say "union". */
export const unionsInWords: ArgTypesEnhancer = ({ component, argTypes }) => {
  // What the plugin of React's framework found in the source.
  const documented = (Reflect.get(Object(component), '__docgenInfo') as Documented | undefined)?.props ?? {};
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const raw = documented[name]?.tsType?.raw;
      if (argType.table?.type?.summary !== 'union' || !raw) return [name, argType];
      const summary = raw
        .replaceAll(/\s+/g, ' ')
        .replace(/^\| /, '')
        .replace(/ \| undefined$/, '');
      return [name, { ...argType, table: { ...argType.table, type: { summary } } }];
    }),
  );
};
