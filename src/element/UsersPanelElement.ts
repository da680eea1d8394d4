'use client';

import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { UsersTokens } from '../context/tokens.js';
import type { PartialMessages } from '../context/language.js';
import { createMixpeekDataProvider } from '../mixpeek/index.js';
import type { DataProvider } from '../model/dataProvider.js';
import type { Access } from '../model/permissions.js';
import type { RoleOption } from '../model/role.js';
import { UsersPanel } from '../UsersPanel.js';
import { ElementBase } from './ElementBase.js';
import { eventsOf } from './events.js';
import { findPageTheme, readTheme, watchPageTheme, type Theme } from './pageTheme.js';
import { sheetFor } from './sheet.js';

type Density = 'comfortable' | 'compact';

/** What cannot be said in an attribute. */
interface Given {
  dataProvider?: DataProvider | undefined;
  messages?: PartialMessages | undefined;
  roles?: readonly RoleOption[] | undefined;
  tokens?: UsersTokens | undefined;
}

/** Properties that a page may have set before it knew the element. */
const PROPERTIES = [
  'appId',
  'baseUrl',
  'locale',
  'theme',
  'currentUserId',
  'access',
  'pageSize',
  'density',
  'dataProvider',
  'messages',
  'roles',
  'tokens',
] as const;

/**
 * `<mixpeek-users-panel app-id="…">`: the panel as an element of any page, in an open shadow root with its own sheet.
 * Without `app-id` it renders nothing. Attributes and properties may change at any time. Set `--mup-*` tokens on the
 * element itself.
 */
export class UsersPanelElement extends ElementBase {
  static readonly observedAttributes = [
    'app-id',
    'base-url',
    'locale',
    'theme',
    'dir',
    'current-user-id',
    'access',
    'page-size',
    'density',
  ];

  #root: Root | undefined;
  #unwatch: (() => void) | undefined;
  #given: Given = {};
  #events = eventsOf(this);
  /** The provider made for a `base-url`, and how many there have been: another one begins anew. */
  #own: { baseUrl: string | null; provider: DataProvider } | undefined;
  #begun = 0;
  #shown: DataProvider | undefined;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
    // What was set on the plain element hides the accessors of the class.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = this[name];
      delete (this as Record<string, unknown>)[name];
      (this as Record<string, unknown>)[name] = value;
    }
  }

  /** The Canvas app whose users are managed, such as `app_abc123`. Attribute `app-id`. */
  get appId(): string | null {
    return this.getAttribute('app-id');
  }
  set appId(value: string | null | undefined) {
    this.#reflect('app-id', value);
  }

  /**
   * Where the user API is. Attribute `base-url`. Of no effect beside a `dataProvider`.
   * @default the proxy of the Canvas page
   */
  get baseUrl(): string | null {
    return this.getAttribute('base-url');
  }
  set baseUrl(value: string | null | undefined) {
    this.#reflect('base-url', value);
  }

  /**
   * BCP 47 tag for dates, numbers, lists and plurals. Attribute `locale`.
   * @default that of `messages`
   */
  get locale(): string | null {
    return this.getAttribute('locale');
  }
  set locale(value: string | null | undefined) {
    this.#reflect('locale', value);
  }

  /**
   * `light`, `dark` or `system`. Attribute `theme`.
   * @default the scheme of `tokens`, else that of the nearest `data-theme` in the page, else the system's
   */
  get theme(): Theme | null {
    return readTheme(this.getAttribute('theme')) ?? null;
  }
  set theme(value: Theme | null | undefined) {
    this.#reflect('theme', value);
  }

  /**
   * The account id of the person who is looking. Attribute `current-user-id`.
   * @default what the data provider says
   */
  get currentUserId(): string | null {
    return this.getAttribute('current-user-id');
  }
  set currentUserId(value: string | null | undefined) {
    this.#reflect('current-user-id', value);
  }

  /**
   * What the person who is looking may do: `manage`, `read` or `none`. Attribute `access`. Courtesy only: the server
   * decides.
   * @default by their role
   */
  get access(): Access | null {
    return readAccess(this.getAttribute('access'));
  }
  set access(value: Access | null | undefined) {
    this.#reflect('access', value);
  }

  /**
   * Rows on a page. Attribute `page-size`.
   * @default 10
   */
  get pageSize(): number {
    const size = Number(this.getAttribute('page-size'));
    return Number.isInteger(size) && size > 0 ? size : 10;
  }
  set pageSize(value: number | null | undefined) {
    this.#reflect('page-size', value?.toString());
  }

  /**
   * `comfortable` or `compact`. Attribute `density`.
   * @default `comfortable`
   */
  get density(): Density | null {
    const density = this.getAttribute('density');
    return density === 'comfortable' || density === 'compact' ? density : null;
  }
  set density(value: Density | null | undefined) {
    this.#reflect('density', value);
  }

  /**
   * Where members and invitations come from and go to. Another one begins anew.
   * @default the Mixpeek user API at `baseUrl`
   */
  get dataProvider(): DataProvider | undefined {
    return this.#given.dataProvider;
  }
  set dataProvider(dataProvider: DataProvider | null | undefined) {
    this.#give({ dataProvider: dataProvider ?? undefined });
  }

  /** Words to use instead of the English ones: a catalogue of `./locales/*`, or any part of one. */
  get messages(): PartialMessages | undefined {
    return this.#given.messages;
  }
  set messages(messages: PartialMessages | null | undefined) {
    this.#give({ messages: messages ?? undefined });
  }

  /**
   * The roles that may be given, in order, with names and descriptions of your own.
   * @default the data provider's, else `org:admin` and `org:member`
   */
  get roles(): readonly RoleOption[] | undefined {
    return this.#given.roles;
  }
  set roles(roles: readonly RoleOption[] | null | undefined) {
    this.#give({ roles: roles ?? undefined });
  }

  /** `--mup-*` tokens from script, such as those of `themeFromApp`. In a sheet, set them on the element. */
  get tokens(): UsersTokens | undefined {
    return this.#given.tokens;
  }
  set tokens(tokens: UsersTokens | null | undefined) {
    this.#give({ tokens: tokens ?? undefined });
  }

  connectedCallback(): void {
    this.#adoptSheet();
    this.#unwatch ??= watchPageTheme(this.ownerDocument, () => this.#render());
    this.#render();
  }

  /** Gone only when it does not come back at once: an element that is moved goes and comes, and keeps what it holds. */
  disconnectedCallback(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#root?.unmount();
      this.#root = undefined;
    });
  }

  /** Asks browsers with `moveBefore` to leave the two callbacks above out of a move. */
  connectedMoveCallback(): void {
    this.#render();
  }

  attributeChangedCallback(): void {
    this.#render();
  }

  #reflect(attribute: string, value: string | null | undefined) {
    if (value === null || value === undefined) this.removeAttribute(attribute);
    else this.setAttribute(attribute, value);
  }

  #give(change: Given) {
    Object.assign(this.#given, change);
    this.#render();
  }

  #adoptSheet() {
    const sheet = sheetFor(this.ownerDocument);
    const root = this.shadowRoot;
    // A page may have sheets of its own in there.
    if (root && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.unshift(sheet);
  }

  #render() {
    const { appId, shadowRoot } = this;
    if (!this.isConnected || !shadowRoot) return;
    this.#root ??= createRoot(shadowRoot);
    const dataProvider = this.#given.dataProvider ?? this.#ownProvider();
    if (dataProvider !== this.#shown) this.#begun += 1;
    this.#shown = dataProvider;
    const { messages, roles, tokens } = this.#given;
    this.#root.render(
      appId === null || appId.trim() === ''
        ? null
        : createElement(UsersPanel, {
            ...this.#events,
            key: this.#begun,
            appId,
            dataProvider,
            messages,
            roles,
            tokens,
            density: this.density ?? undefined,
            locale: this.locale ?? undefined,
            dir: this.dir === 'ltr' || this.dir === 'rtl' ? this.dir : undefined,
            theme: this.theme ?? tokens?.scheme ?? findPageTheme(this),
            currentUserId: this.currentUserId ?? undefined,
            access: this.access ?? undefined,
            pageSize: this.pageSize,
            className: 'mup-shadow',
          }),
    );
  }

  #ownProvider(): DataProvider {
    const { baseUrl } = this;
    if (this.#own?.baseUrl !== baseUrl) {
      this.#own = { baseUrl, provider: createMixpeekDataProvider({ baseUrl: baseUrl ?? undefined }) };
    }
    return this.#own.provider;
  }
}

function readAccess(text: string | null): Access | null {
  return text === 'manage' || text === 'read' || text === 'none' ? text : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'mixpeek-users-panel': UsersPanelElement;
  }
}
