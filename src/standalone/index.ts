import { defineUsersPanelElement } from '../element/index.js';

// This file is a script of a page: to load it is to ask for the element.
defineUsersPanelElement();

export { defineUsersPanelElement };
export { UsersPanelElement } from '../element/index.js';
export { canvasTunnel, createMixpeekDataProvider } from '../mixpeek/index.js';
export type { UsersPanelEventMap } from '../element/index.js';
