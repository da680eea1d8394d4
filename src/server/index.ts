export { createUsersHandler } from './createUsersHandler.js';
export type { UsersHandler } from './createUsersHandler.js';
export type { UsersActionContext, UsersActionEvent, UsersCaller, UsersHandlerOptions } from './options.js';
export type { UsersAction } from './route.js';
