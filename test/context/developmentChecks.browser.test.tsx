import { render, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryDataProvider, createSeed } from '../../src/memory/index.js';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { de } from '../../src/locales/de.js';
import { createUsersHandler } from '../../src/server/index.js';
import { UsersPanel, type UsersPanelProps } from '../../src/UsersPanel.js';
import { team } from '../../stories/fixtures.js';
import { allowConsole } from '../consoleWatch.js';
import { ready } from '../components/panel.js';

// Each warning comes once per page, and a test file is one page: each test says something of its own.
const warn = vi.fn<(text: string) => void>();
beforeEach(() => {
  warn.mockClear();
  vi.spyOn(console, 'warn').mockImplementation((text: string) => warn(text));
});
const warnings = () => warn.mock.calls.map(([text]) => text);

function open(props: Partial<Record<keyof UsersPanelProps, unknown>> = {}) {
  const dataProvider = createMemoryDataProvider(team);
  const all = { appId: 'app_demo', currentUserId: 'user_ada', dataProvider, ...props } as UsersPanelProps;
  return render(<UsersPanel {...all} />);
}

/** The time after which a layout is looked at, and some more. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 1600));

describe('a panel that is set up as it should be', () => {
  it('warns of nothing', async () => {
    open({
      theme: 'dark',
      density: 'compact',
      access: 'manage',
      dir: 'rtl',
      messages: de,
      locale: 'de-AT',
      classNames: { 'member-table-row': 'x', avatar: 'y' },
    });
    await ready();
    await settled();
    expect(warnings()).toEqual([]);
  });

  it('warns of nothing in English of another country, or with parts of a catalogue', async () => {
    open({ locale: 'en-GB', messages: { panel: { title: 'Team' } } });
    await ready();
    expect(warnings()).toEqual([]);
  });
});

describe('a prop that does not do what was meant', () => {
  it.each<[name: string, Partial<Record<keyof UsersPanelProps, unknown>>, RegExp]>([
    ['theme', { theme: 'auto' }, /theme must be "light" or "dark" or "system", not "auto"/],
    ['density', { density: 'small' }, /density must be "comfortable" or "compact", not "small"/],
    ['access', { access: 'admin' }, /access must be "manage" or "read" or "none", not "admin"/],
    ['dir', { dir: 'auto' }, /dir must be "ltr" or "rtl", not "auto"/],
    ['messages', { messages: 'de' }, /messages must be a catalogue.*locales\/de.*not "de"/],
    ['messages', { messages: { panel: 'Team' } }, /messages\.panel must be an object, not "Team"/],
    ['locale', { locale: 'fr' }, /locale="fr" changes dates.*locales\/fr/],
    ['locale', { locale: 'fr-CA', messages: de }, /locale="fr-CA".*stay in "de"/],
    ['classNames', { classNames: { 'member-row': 'x' } }, /classNames has no slot "member-row"/],
    ['currentUserId', { currentUserId: '' }, /currentUserId must be the userId of a member, not ""/],
    ['currentUserId', { currentUserId: 7 }, /currentUserId must be the userId of a member, not 7/],
  ])('a wrong %s is told once, with the remedy (%#)', async (_, props, message) => {
    const { rerender } = open(props);
    await screen.findByRole('heading', { level: 2 });
    rerender(<UsersPanel appId="app_demo" dataProvider={createMemoryDataProvider(team)} {...(props as object)} />);
    expect(warnings().filter((text) => message.test(text))).toHaveLength(1);
    expect(warnings()[0]).toMatch(/^\[users-panel\] /);
  });
});

describe('a current user who is in no row', () => {
  it('is named, with what the id must be', async () => {
    open({ currentUserId: 'my_own_account_1' });
    await screen.findByText('You have no access to this list');
    await waitFor(() => {
      expect(warnings()).toEqual([
        expect.stringMatching(/"my_own_account_1" is no member of "app_demo".*access="manage"/),
      ]);
    });
  });

  it('is no mistake where the host says what they may do', async () => {
    open({ currentUserId: 'my_own_account_2', access: 'read' });
    await ready();
    expect(warnings()).toEqual([]);
  });

  it('is no mistake once they were one and are removed', async () => {
    const dataProvider = createMemoryDataProvider(team);
    const { rerender } = render(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />);
    await ready();
    const members = (await dataProvider.listMembers({ appId: 'app_demo' })).members.filter(
      ({ userId }) => userId !== 'user_ada',
    );
    dataProvider.listMembers = async () => ({ members, total: members.length, unreadable: 0, nextCursor: null });
    rerender(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />);
    window.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(warnings()).toEqual([]);
  });
});

describe('a data provider that is created in each render', () => {
  it('is reported once, and one that is swapped on purpose is not', async () => {
    const panel = (name: string) => (
      <UsersPanel appId="app_demo" access="manage" dataProvider={{ ...createMemoryDataProvider(team), name }} />
    );
    const { rerender } = render(panel('memory'));
    for (const name of ['east', 'west', 'north', 'south', 'memory']) rerender(panel(name));
    await ready();
    expect(warnings()).toEqual([]);
    for (let times = 0; times < 6; times += 1) rerender(panel('memory'));
    await ready();
    expect(warnings()).toEqual([expect.stringMatching(/dataProvider is a new object in each render.*useMemo/)]);
  });
});

describe('a page that does not hold the panel', () => {
  it('is told of a missing sheet', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    try {
      const container = frame.contentDocument!.body;
      render(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={createMemoryDataProvider(team)} />, {
        container,
      });
      await waitFor(() =>
        expect(warnings()).toEqual([expect.stringContaining("import '@mixpeek/users-panel/styles.css'")]),
      );
    } finally {
      frame.remove();
    }
  });

  it('is told of a parent without a width', async () => {
    const container = document.createElement('div');
    container.style.width = '120px';
    document.body.append(container);
    render(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={createMemoryDataProvider(team)} />, {
      container,
    });
    await waitFor(() => expect(warnings()).toEqual([expect.stringMatching(/is 120 px wide, and needs 200 px/)]));
    container.remove();
  });

  it('is not judged while it is hidden', async () => {
    const container = document.createElement('div');
    container.hidden = true;
    document.body.append(container);
    render(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={createMemoryDataProvider(team)} />, {
      container,
    });
    await settled();
    expect(warnings()).toEqual([]);
    container.remove();
  });
});

describe('a back end that is not there', () => {
  const over = (baseUrl: string, answer: () => Response, props: Partial<UsersPanelProps> = {}) => {
    const onError = vi.fn<NonNullable<UsersPanelProps['onError']>>();
    const dataProvider = createMixpeekDataProvider({ baseUrl, fetch: async () => answer() });
    render(<UsersPanel appId="app_demo" dataProvider={dataProvider} onError={onError} {...props} />);
    return onError;
  };

  it('is told by URL and type where it answers with a page', async () => {
    over('/wrong', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }));
    await waitFor(() => {
      expect(warnings()).toContainEqual(expect.stringMatching(/GET \/wrong\/v1\/apps\/app_demo\/users/));
    });
    expect(warnings()[0]).toMatch(/text\/html.*baseUrl/);
  });

  it.each<[string, () => Response]>([
    ['Express', () => new Response('<pre>Cannot GET</pre>', { status: 404, headers: { 'content-type': 'text/html' } })],
    ['a gateway', () => Response.json({ message: 'no route' }, { status: 404 })],
    ['a CDN', () => new Response('', { status: 404 })],
  ])('is told by URL where %s answers 404, and the app is not blamed', async (name, answer) => {
    over(`/of-${name.replace(/\W/g, '')}`, answer);
    await waitFor(() => expect(warnings()).toContainEqual(expect.stringMatching(/\/of-\w+\/v1.*baseUrl/)));
    expect(screen.queryByText('This app was not found')).toBeNull();
  });

  it('is told where the handler stands elsewhere', async () => {
    const handler = createUsersHandler({
      dataProvider: createMemoryDataProvider(team),
      allowedApps: () => true,
      authorize: () => ({ userId: 'user_ada', role: 'org:admin' }),
      basePath: '/elsewhere',
    });
    const dataProvider = createMixpeekDataProvider({
      baseUrl: `${location.origin}/mounted`,
      fetch: (url, init) => handler(new Request(url, init)),
    });
    render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
    await waitFor(() => expect(warnings()).toContainEqual(expect.stringMatching(/\/mounted\/v1.*baseUrl/)));
    expect(screen.queryByText('This app was not found')).toBeNull();
  });

  it('is told of the default, which is for a Canvas page', async () => {
    vi.stubGlobal('fetch', async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
    try {
      render(<UsersPanel appId="app_demo" />);
      await waitFor(() => {
        expect(warnings()).toContainEqual(
          expect.stringMatching(/no dataProvider.*no window\.__MIXPEEK__.*\/api.*createMixpeekDataProvider/),
        );
      });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('repeats what the server says of a page of another origin', async () => {
    const handler = createUsersHandler({
      dataProvider: createMemoryDataProvider(team),
      allowedApps: () => true,
      authorize: () => ({ userId: 'user_ada', role: 'org:admin' }),
      onError: () => {},
    });
    const dataProvider = createMixpeekDataProvider({
      baseUrl: 'https://api.example.com/api',
      fetch: (url, init) => {
        const request = new Request(url, init);
        // As a server sees it; a page cannot set these headers.
        const headers = new Map([
          ...request.headers,
          ['origin', 'https://app.example.com'],
          ['sec-fetch-site', 'cross-site'],
        ]);
        const seen = { get: (name: string) => headers.get(name) ?? null, has: (name: string) => headers.has(name) };
        return handler(
          new Proxy(request, {
            get: (target, key) => {
              if (key === 'headers') return seen;
              const value: unknown = Reflect.get(target, key, target);
              return typeof value === 'function' ? (value.bind(target) as unknown) : value;
            },
          }),
        );
      },
    });
    render(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />);
    await ready();
    const { changeRole } = await import('../components/panel.js');
    await changeRole('Grace Hopper', 'org:admin');
    await waitFor(() => {
      expect(warnings()).toContainEqual(
        expect.stringMatching(/page of another origin.*allowedOrigins.*changeOrigin: false/),
      );
    });
  });
});

describe('a data provider that gives something else than a page', () => {
  it.each<[string, unknown]>([
    ['a bare array', createSeed({ members: 3 }).members],
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['rows under another name', { users: [], total: 0 }],
    ['rows that are none', { members: [null], total: 1 }],
    ['rows without an id', { members: [{ id: 1 }], total: 1 }],
  ])('is told what to give, and nothing goes blank: %s', async (_, answer) => {
    for (const paging of ['whole', 'cursor'] as const) {
      const onError = vi.fn<NonNullable<UsersPanelProps['onError']>>();
      const dataProvider = { ...createMemoryDataProvider(team), paging, listMembers: async () => answer as never };
      const { unmount } = open({ dataProvider, onError });
      await screen.findAllByText('The list could not be loaded');
      expect(onError).toHaveBeenCalledWith(
        expect.objectContaining({
          code: 'invalid_response',
          message: expect.stringContaining(
            'listMembers of the data provider gave no page: it must give { members, total',
          ),
        }),
        'listMembers',
      );
      unmount();
    }
  });

  it('is told the same of invitations', async () => {
    const onError = vi.fn<NonNullable<UsersPanelProps['onError']>>();
    const dataProvider = { ...createMemoryDataProvider(team), listInvitations: async () => [] as never };
    open({ dataProvider, onError });
    await ready();
    await waitFor(() => {
      expect(onError).toHaveBeenCalledWith(
        expect.objectContaining({ code: 'invalid_response', message: expect.stringContaining('listInvitations') }),
        'listInvitations',
      );
    });
  });

  it('counts the rows where the counts are left out', async () => {
    const { members } = await createMemoryDataProvider(team).listMembers({ appId: 'app_demo' });
    const dataProvider = { ...createMemoryDataProvider(team), listMembers: async () => ({ members }) as never };
    open({ dataProvider });
    await ready();
    expect(screen.getByRole('heading', { name: /^Members/ })).toHaveTextContent(String(members.length));
  });
});

it('throws at once for what no panel can be made of', () => {
  allowConsole(/./);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  for (const props of [
    { appId: undefined },
    { appId: ' ' },
    { appId: 5 },
    { dataProvider: {} },
    { dataProvider: 'x' },
  ]) {
    expect(() => open(props)).toThrow(/UsersProvider needs/);
  }
});
