/** State of a slot: `true` becomes an empty attribute, false and nothing become none, text its value. */
export type SlotState = Record<string, boolean | string | number | null | undefined>;

export interface SlotProps {
  className: string;
  [attribute: `data-${string}`]: string | number;
}

/** The styling handles of an element: the class `mup-<name>` and a `data-*` attribute for each state that holds. */
export function slot(name: string, state?: SlotState): SlotProps {
  const props: SlotProps = { className: `mup-${name}` };
  if (!state) return props;
  for (const [key, value] of Object.entries(state)) {
    if (value === true) props[`data-${key}`] = '';
    else if (value !== false && value !== null && value !== undefined) props[`data-${key}`] = value;
  }
  return props;
}
