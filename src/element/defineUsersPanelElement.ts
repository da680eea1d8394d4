import { UsersPanelElement } from './UsersPanelElement.js';

/**
 * Makes `<mixpeek-users-panel>` known to the page, or the same under a name of your own. A name that is taken already
 * stays as it is, and on a server nothing happens.
 * @param tag lower case, with a hyphen
 */
export function defineUsersPanelElement(tag = 'mixpeek-users-panel'): void {
  if (typeof customElements === 'undefined' || customElements.get(tag)) return;
  // A class can have one name only.
  customElements.define(tag, class extends UsersPanelElement {});
}
