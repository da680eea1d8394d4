// What a person does at a desk: in the page, by what is on the screen there.

/**
 * @typedef {object} Act
 * @property {string} name
 * @property {'press' | 'choose' | 'type' | 'search'} gesture
 * @property {string} [target] of `press`: what the button is called, as a regular expression; of `choose`: the list
 */

/**
 * The two who sit there are left in peace: what becomes of an admin who loses the role is another test's matter.
 * @type {readonly Act[]}
 */
export const ACTS = [
  { name: 'change a role', gesture: 'choose', target: 'member-table' },
  { name: 'change a role back and forth', gesture: 'choose', target: 'member-table' },
  { name: 'propose another role for an invitation', gesture: 'choose', target: 'invitation-list' },
  { name: 'ask to remove somebody', gesture: 'press', target: '^Remove ' },
  { name: 'ask to revoke an invitation', gesture: 'press', target: '^Revoke the' },
  { name: 'say yes', gesture: 'press', target: '^(Remove|Revoke)$' },
  { name: 'say no', gesture: 'press', target: '^(Cancel|Close)$' },
  { name: 'type an address', gesture: 'type' },
  { name: 'send', gesture: 'press', target: '^Send (invitation|\\d+ invitations)$' },
  { name: 'send again', gesture: 'press', target: '^(Send the invitation|Try again: the invitation|Send again to)' },
  { name: 'undo', gesture: 'press', target: '^(Change back|Invite again)$' },
  { name: 'dismiss a notice', gesture: 'press', target: '^Dismiss$' },
  { name: 'try again', gesture: 'press', target: '^(Try again|Retry failed|Check again)$' },
  { name: 'search', gesture: 'search' },
  { name: 'sort', gesture: 'press', target: '^(Person|Role|Joined)$' },
  { name: 'load the page anew', gesture: 'press', target: '^Sit down anew$' },
];

/**
 * Runs in the page. Answers whether it could be done.
 * @param {{ desk: string, act: Act, row: number, address: string, people: readonly string[] }} given `people` by name
 * @returns {boolean}
 */
export function doAct({ desk, act, row, address, people }) {
  const box = /** @type {HTMLElement} */ (document.querySelector(`[data-desk="${desk}"]`));
  const dialog = box.querySelector('dialog[open]');
  const room = dialog ?? box;
  /** @param {HTMLInputElement | HTMLSelectElement} field @param {string} value */
  const set = (field, value) => {
    // React listens to the setter of the element itself; that of its class is the browser's.
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  };
  const isSpared = (/** @type {Element} */ element) => {
    const tr = element.closest('.mup-member-table-row');
    return (
      tr !== null && (tr.hasAttribute('data-current') || people.includes(tr.querySelector('bdi')?.textContent ?? ''))
    );
  };
  /** @param {string} selector */
  const first = (selector) => /** @type {HTMLInputElement | null} */ (room.querySelector(selector));
  switch (act.gesture) {
    case 'press': {
      const name = new RegExp(act.target ?? '');
      const buttons = [...room.querySelectorAll('button')].filter(
        (each) =>
          !each.disabled &&
          each.getAttribute('aria-disabled') !== 'true' &&
          name.test(each.getAttribute('aria-label') ?? each.textContent) &&
          !isSpared(each),
      );
      const button = buttons[row % buttons.length];
      button?.click();
      return button !== undefined;
    }
    case 'choose': {
      const selects = [
        .../** @type {NodeListOf<HTMLSelectElement>} */ (
          room.querySelectorAll(`.mup-${act.target} tbody select:not(:disabled)`)
        ),
      ].filter((each) => !isSpared(each));
      const select = selects[row % selects.length];
      if (select) set(select, select.value === 'org:admin' ? 'org:member' : 'org:admin');
      return select !== undefined;
    }
    case 'type': {
      const field = first('.mup-email-field input:not([readonly])');
      if (field) set(field, `${address};`);
      return field !== null;
    }
    case 'search': {
      const field = first('input[type="search"]');
      if (field) set(field, field.value ? '' : (['a', 'example.org', 'guest', 'zzz'][row % 4] ?? ''));
      return field !== null;
    }
  }
}

/**
 * Runs in the page: no question is left open, nothing is searched for, and what failed to load is loaded.
 * @param {string} desk
 */
export function calmDesk(desk) {
  const box = /** @type {HTMLElement} */ (document.querySelector(`[data-desk="${desk}"]`));
  const buttons = (/** @type {RegExp} */ name, /** @type {Element} */ room = box) =>
    [...room.querySelectorAll('button')].filter((each) =>
      name.test(each.getAttribute('aria-label') ?? each.textContent),
    );
  const dialog = box.querySelector('dialog[open]');
  if (dialog) buttons(/^(Cancel|Close)$/, dialog)[0]?.click();
  for (const button of buttons(/^(Clear search|Try again)$/)) button.click();
}

/**
 * Runs in the page: what can be read off a screen.
 * @param {string} desk
 * @returns {{ members: string[], invitations: string[] }}
 */
export function readDesk(desk) {
  const box = /** @type {HTMLElement} */ (document.querySelector(`[data-desk="${desk}"]`));
  const rowsOf = (/** @type {string} */ list, /** @type {string} */ name) =>
    [...box.querySelectorAll(`.mup-${list} tbody tr:not([data-half])`)]
      .filter((row) => row.querySelector(name) !== null)
      .map((row) => {
        const role = row.querySelector('select')?.selectedOptions[0]?.textContent ?? '';
        return `${row.querySelector(name)?.textContent}: ${role}`;
      })
      .toSorted();
  return {
    members: rowsOf('member-table', '.mup-person-name bdi'),
    invitations: rowsOf('invitation-list', '.mup-invitation-email'),
  };
}
