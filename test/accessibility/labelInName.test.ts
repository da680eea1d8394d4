import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Messages } from '../../src/locales/en.js';

const files = readdirSync(new URL('../../src/locales/', import.meta.url)).filter((file) => file.endsWith('.ts'));
const catalogues = await Promise.all(
  files.map(async (file) => {
    const loaded = (await import(`../../src/locales/${file.replace(/\.ts$/, '.js')}`)) as Record<string, Messages>;
    const [messages] = Object.values(loaded);
    if (!messages) throw new Error(`${file} has no catalogue.`);
    return messages;
  }),
);

/** Where a control says one thing and is called another: the label, and the name that has to hold it. */
const labelsAndNames = ({ panel, invite, invitations }: Messages): [label: string, name: string][] => [
  [invite.role, invite.roleLabel],
  [invite.sendAgain, invite.sendAgainTo],
  [invitations.sendAgain, invitations.sendAgainTo],
  [panel.tryAgain, invitations.tryAgainTo],
  ['{email}', invite.editAddress],
];

const misnamed = (messages: Messages) =>
  labelsAndNames(messages).filter(([label, name]) => !name.toLowerCase().includes(label.toLowerCase()));

describe('the name of each control holds what stands on it', () => {
  test.each(catalogues)('in $locale', (messages) => {
    expect(misnamed(messages)).toEqual([]);
  });

  test('and one that does not is caught', () => {
    const [messages] = catalogues;
    if (!messages) throw new Error('There is no catalogue.');
    const wrong = { ...messages, invite: { ...messages.invite, sendAgainTo: 'Once more to {email}' } };
    expect(misnamed(wrong)).toEqual([[messages.invite.sendAgain, 'Once more to {email}']]);
  });
});
