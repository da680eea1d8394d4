import { pageSizeOf } from '../model/pageSize.js';
import type { Access } from '../model/permissions.js';
import { ElementBase } from './ElementBase.js';
import { readTheme, type Theme } from './pageTheme.js';

type Density = 'comfortable' | 'compact';

/** What can be said of the panel in attributes, each beside a property of the same meaning. */
export class UsersPanelAttributes extends ElementBase {
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
    // Written by mistake, for the property of this name.
    'data-provider',
    'dataprovider',
  ];

  /** The Canvas app whose users are managed, such as `app_abc123`. Attribute `app-id`. */
  get appId(): string | null {
    return this.getAttribute('app-id');
  }
  set appId(value: string | null | undefined) {
    reflect(this, 'app-id', value);
  }

  /**
   * Where the user API is. Attribute `base-url`. Of no effect beside a `dataProvider`.
   * @default the proxy of the Canvas page
   */
  get baseUrl(): string | null {
    return this.getAttribute('base-url');
  }
  set baseUrl(value: string | null | undefined) {
    reflect(this, 'base-url', value);
  }

  /**
   * BCP 47 tag for dates, numbers, lists and plurals. Attribute `locale`.
   * @default that of `messages`
   */
  get locale(): string | null {
    return this.getAttribute('locale');
  }
  set locale(value: string | null | undefined) {
    reflect(this, 'locale', value);
  }

  /**
   * `light`, `dark` or `system`. Attribute `theme`.
   * @default the scheme of `tokens`, else that of the nearest `data-theme` in the page, else the system's
   */
  get theme(): Theme | null {
    return readTheme(this.getAttribute('theme')) ?? null;
  }
  set theme(value: Theme | null | undefined) {
    reflect(this, 'theme', value);
  }

  /**
   * The account id of the person who is looking. Attribute `current-user-id`.
   * @default what the data provider says
   */
  get currentUserId(): string | null {
    return this.getAttribute('current-user-id');
  }
  set currentUserId(value: string | null | undefined) {
    reflect(this, 'current-user-id', value);
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
    reflect(this, 'access', value);
  }

  /**
   * Rows on a page. Attribute `page-size`.
   * @default 10
   */
  get pageSize(): number {
    return pageSizeOf(Number(this.getAttribute('page-size')));
  }
  set pageSize(value: number | null | undefined) {
    reflect(this, 'page-size', value?.toString());
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
    reflect(this, 'density', value);
  }
}

function reflect(element: Element, attribute: string, value: string | null | undefined): void {
  if (value === null || value === undefined) element.removeAttribute(attribute);
  else element.setAttribute(attribute, value);
}

function readAccess(text: string | null): Access | null {
  return text === 'manage' || text === 'read' || text === 'none' ? text : null;
}
