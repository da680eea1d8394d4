import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import { en, type Messages } from '../../src/locales/en.js';
import { openPanel, ready, row } from '../components/panel.js';
import { openAtWork, openQuestion, panel } from './scenes.js';
import { targetsOf } from './smallTargets.js';

/** What stands on a control or, where that is a label, beside it: what somebody who speaks to the page would say. */
function visibleLabel(control: HTMLElement): string {
  // The label of the field is that of its input, not of a select at one of the addresses in it.
  if (control instanceof HTMLSelectElement && control.closest('.mup-chip')) return '';
  const text =
    control instanceof HTMLButtonElement
      ? control.innerText
      : control.closest('.mup-field')?.querySelector<HTMLElement>('.mup-label')?.innerText;
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** Those whose name does not hold their label, and how many have one. */
function judge(root: Element): { labelled: number; misnamed: string[] } {
  const labelled = targetsOf(root).filter((control) => visibleLabel(control) !== '');
  const misnamed = labelled.flatMap((control) => {
    const label = visibleLabel(control);
    try {
      expect(control).toHaveAccessibleName(expect.stringContaining(label) as string);
      return [];
    } catch {
      return [`"${label}" is called "${control.getAttribute('aria-label') ?? ''}"`];
    }
  });
  return { labelled: labelled.length, misnamed };
}

describe('whoever speaks to a control says what stands on it', () => {
  test.each<Messages>([en, de, ar])('in the panel at work, in $locale', async (messages) => {
    await openAtWork({}, messages);
    const { labelled, misnamed } = judge(panel());
    expect(misnamed).toEqual([]);
    // The field, its role, the addresses with what is offered for them, Send, three headings, Undo, Send again.
    expect(labelled).toBeGreaterThan(12);
  });

  test('in a question', async () => {
    const { labelled, misnamed } = judge(await openQuestion());
    expect(misnamed).toEqual([]);
    expect(labelled).toBe(2);
  });

  test.each<Messages>([en, de, ar])('in an invitation of which only half went well, in $locale', async (messages) => {
    openPanel({ props: { messages }, faults: [{ operation: 'inviteMember', kind: 'status', status: 500 }] });
    await ready();
    const [resend] = within(row('linus@example.org')).getAllByRole('button');
    await userEvent.click(resend as HTMLElement);
    await waitFor(() => expect(panel().querySelector('[data-half]')).not.toBeNull());
    const { labelled, misnamed } = judge(panel().querySelector('[data-half]') as Element);
    expect(misnamed).toEqual([]);
    expect(labelled).toBe(1);
  });
});

test('the judgement catches a name that says something else than the label', async () => {
  await openAtWork();
  screen.getByRole('button', { name: 'Joined' }).setAttribute('aria-label', 'Sort by date');
  expect(judge(panel()).misnamed).toEqual(['"Joined" is called "Sort by date"']);
});
