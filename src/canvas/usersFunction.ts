import { createCanvasFunction } from '../server/index.js';

/** The guard with its settings from the app's environment: `USERS_PANEL_APP_ID`, `USERS_PANEL_ORIGINS`. */
export const usersFunction = createCanvasFunction();
