export { defineUsersPanelElement } from './defineUsersPanelElement.js';
export { UsersPanelElement } from './UsersPanelElement.js';
export type { UsersPanelEventMap } from './events.js';
