// Vitest's own clicks and keys do not reach Firefox inside of its frame, over WebDriver BiDi. What brings a panel into a
// state to be measured is done by events from script; what a pointer or the keyboard does is tested in test/engines/.
import { fireEvent } from '@testing-library/react';
import { userEvent as fromScript } from '@testing-library/user-event';
import { userEvent } from 'vitest/browser';

const user = fromScript.setup();

Object.assign(userEvent, {
  click: (element: Element) => user.click(element),
  tab: (options?: { shift?: boolean }) => user.tab(options),
  selectOptions: (element: Element, values: string | string[]) => user.selectOptions(element, values),
  fill: async (element: HTMLInputElement, value: string) => {
    element.focus();
    fireEvent.change(element, { target: { value } });
  },
  hover: () => Promise.reject(new Error('Firefox cannot be hovered here. Test it in test/engines/.')),
});
