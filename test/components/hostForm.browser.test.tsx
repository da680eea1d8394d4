import { createMemoryDataProvider } from '../../src/memory/index.js';
import { OrganizationForm } from '../../src/components/OrganizationForm.js';
import { UsersProvider } from '../../src/context/UsersProvider.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { render, screen, waitFor, within } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { team } from '../../stories/fixtures.js';
import { emailField, makeBackEnd, operationsOf, ready } from './panel.js';

const heard = {
  submit: vi.fn<() => void>(),
  enter: vi.fn<() => void>(),
};

afterEach(() => {
  for (const listener of Object.values(heard)) listener.mockClear();
});

/** A host's form with fields of its own, and a button that would be pressed by Enter. */
function HostForm({ children }: { children: React.ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as hosts do it
    <form
      data-testid="host"
      onSubmit={(event) => {
        event.preventDefault();
        heard.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') heard.enter();
      }}
    >
      <input name="project" defaultValue="Apollo" aria-label="Project" />
      {children}
      <button>Save</button>
    </form>
  );
}

async function openInForm() {
  const { fake, dataProvider } = makeBackEnd();
  const panel = (
    <HostForm>
      <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />
    </HostForm>
  );
  render(panel);
  await ready();
  await screen.findByRole('textbox', { name: /mail addresses/i });
  return { fake, panel };
}

describe('UsersPanel inside a form of the host', () => {
  it('invites by Enter and by the button, and the form hears of neither', async () => {
    const { fake } = await openInForm();
    await userEvent.click(emailField());
    await userEvent.keyboard('one@x.org{Enter}{Enter}');
    await screen.findByText(/one@x\.org was invited|sent to one@x\.org/);
    await userEvent.click(emailField());
    await userEvent.keyboard('two@x.org');
    await userEvent.click(screen.getByRole('button', { name: 'Send invitation' }));
    await screen.findByText(/two@x\.org was invited|sent to two@x\.org/);
    expect(operationsOf(fake).filter((operation) => operation === 'inviteMember')).toHaveLength(2);
    expect(heard.submit).not.toHaveBeenCalled();
    expect(heard.enter).not.toHaveBeenCalled();
  });

  it('invites by Enter on the button', async () => {
    const { fake } = await openInForm();
    await userEvent.click(emailField());
    await userEvent.keyboard('one@x.org');
    screen.getByRole('button', { name: 'Send invitation' }).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(operationsOf(fake)).toContain('inviteMember'));
    expect(heard.submit).not.toHaveBeenCalled();
    expect(heard.enter).not.toHaveBeenCalled();
  });

  it('keeps Enter in the search, on the selects and on the rows to itself', async () => {
    await openInForm();
    await userEvent.click(screen.getByRole('searchbox'));
    await userEvent.keyboard('a{Enter}{Enter}');
    for (const select of screen.getAllByRole('combobox')) {
      select.focus();
      await userEvent.keyboard('{Enter}');
      await userEvent.keyboard('{Escape}');
    }
    expect(heard.submit).not.toHaveBeenCalled();
    expect(heard.enter).not.toHaveBeenCalled();
  });

  it('keeps Enter in its questions to itself', async () => {
    await openInForm();
    screen
      .getAllByRole('button', { name: /^Remove / })
      .find((button) => button.ariaDisabled === null)
      ?.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(heard.submit).not.toHaveBeenCalled();
    expect(heard.enter).not.toHaveBeenCalled();
  });

  it('has no control that belongs to the form, and adds nothing to what it sends', async () => {
    await openInForm();
    await userEvent.click(emailField());
    await userEvent.keyboard('one@x.org,two@x.org,');
    const form = screen.getByTestId<HTMLFormElement>('host');
    expect(form.querySelectorAll('form')).toHaveLength(0);
    expect([...new FormData(form).keys()]).toEqual(['project']);
    const ours = [...form.querySelectorAll<HTMLInputElement>('.mup-root :is(input, select, textarea)')];
    expect(ours.length).toBeGreaterThan(3);
    expect(ours.filter((control) => control.form !== null)).toEqual([]);
    expect(within(form).getByRole('button', { name: 'Save' })).toBeVisible();
    const submits = [...form.querySelectorAll<HTMLButtonElement>('.mup-root button')].filter(
      ({ type }) => type !== 'button',
    );
    expect(submits).toEqual([]);
  });

  it('leaves the host its own fields and button', async () => {
    await openInForm();
    await userEvent.click(screen.getByRole('textbox', { name: 'Project' }));
    await userEvent.keyboard('{Enter}');
    expect(heard.submit).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(heard.submit).toHaveBeenCalledTimes(2);
  });

  it('renders no form into the form on a server', () => {
    const dataProvider = createMemoryDataProvider(team);
    const html = renderToString(
      <HostForm>
        <UsersPanel appId="app_demo" access="manage" dataProvider={dataProvider} />
      </HostForm>,
    );
    expect(html.match(/<form/g)).toHaveLength(1);
  });
});

describe('OrganizationForm inside a form of the host', () => {
  it.each(['{Enter}', 'button'])('creates by %s, and the form hears nothing', async (means) => {
    const created: string[] = [];
    const dataProvider = {
      ...createMemoryDataProvider(team),
      createOrganization: ({ name }: { name: string }) => {
        created.push(name);
        return Promise.resolve({ organizationId: 'org_1', name });
      },
    } as unknown as ReturnType<typeof createMemoryDataProvider>;
    render(
      <HostForm>
        <UsersProvider appId="app_demo" dataProvider={dataProvider} access="manage">
          <OrganizationForm />
        </UsersProvider>
      </HostForm>,
    );
    const form = await screen.findByRole('form', { name: /organization/i });
    const field = within(form).getByRole('textbox');
    await userEvent.click(field);
    await userEvent.keyboard('Apollo Inc');
    // The key that ends a composition is the input method's: in Safari with `isComposing` false already.
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }));
    expect(created).toEqual([]);
    if (means === 'button') await userEvent.click(within(form).getByRole('button'));
    else await userEvent.keyboard(means);
    await waitFor(() => expect(created).toEqual(['Apollo Inc']));
    expect(field).toHaveProperty('form', null);
    expect(heard.submit).not.toHaveBeenCalled();
    expect(heard.enter.mock.calls.length).toBeLessThanOrEqual(1);
  });
});
