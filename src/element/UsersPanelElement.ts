'use client';

import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { UsersTokens } from '../context/tokens.js';
import type { PartialMessages } from '../context/language.js';
import { isDevelopment } from '../context/isDevelopment.js';
import { mixpeekDataProvider } from '../mixpeek/mixpeekDataProvider.js';
import type { DataProvider } from '../model/dataProvider.js';
import type { RoleOption } from '../model/role.js';
import { UsersPanel } from '../UsersPanel.js';
import { eventsOf } from './events.js';
import { findPageTheme, watchPageTheme } from './pageTheme.js';
import { sheetFor } from './sheet.js';
import { TabStops } from './TabStops.js';
import { UsersPanelAttributes } from './UsersPanelAttributes.js';

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
export class UsersPanelElement extends UsersPanelAttributes {
  #root: Root | undefined;
  #unwatch: (() => void) | undefined;
  #given: Given = {};
  #events = eventsOf(this);
  /** The provider made for a `base-url`, and how many there have been: another one begins anew. */
  #own: { baseUrl: string | null; provider: DataProvider } | undefined;
  #begun = 0;
  #shown: DataProvider | undefined;
  #tabStops = new TabStops(this);
  #hasWarned = false;

  constructor() {
    super();
    this.attachShadow({ mode: 'open', delegatesFocus: true });
    // What was set on the plain element hides the accessors of the class.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = this[name];
      delete (this as Record<string, unknown>)[name];
      (this as Record<string, unknown>)[name] = value;
    }
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
    this.#tabStops.connect();
    this.#render();
  }

  /** Gone only when it does not come back at once: an element that is moved goes and comes, and keeps what it holds. */
  disconnectedCallback(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#tabStops.disconnect();
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

  /** Focuses the first control of the panel, or the last one on the way back by Shift+Tab. */
  override focus(options?: FocusOptions): void {
    const stop = this.#tabStops.entry();
    if (stop) stop.focus(options);
    else super.focus(options);
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
      appId === null || appId.trim() === '' || this.#hasLostProvider()
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

  /**
   * Whether a data provider was given as an attribute, which holds its text alone: by a framework that rendered the
   * element before it was defined, or always does so. The default back end is not the one that was meant.
   */
  #hasLostProvider(): boolean {
    const lost = [...this.attributes].filter(({ value }) => value.startsWith('[object ')).map(({ name }) => name);
    if (isDevelopment && lost.length > 0 && !this.#hasWarned) {
      this.#hasWarned = true;
      console.warn(
        `<${this.localName}> got objects as the attributes ${lost.join(', ')}, which hold text only. Set them as ` +
          'properties, such as `element.dataProvider`; call defineUsersPanelElement() before anything is rendered.',
      );
    }
    return !this.#given.dataProvider && lost.some((name) => name === 'data-provider' || name === 'dataprovider');
  }

  #ownProvider(): DataProvider {
    const { baseUrl } = this;
    if (this.#own?.baseUrl !== baseUrl) {
      this.#own = { baseUrl, provider: mixpeekDataProvider({ baseUrl: baseUrl ?? undefined }) };
    }
    return this.#own.provider;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mixpeek-users-panel': UsersPanelElement;
  }
}
