export { createCanvasFunction } from './canvas/createCanvasFunction.js';
export type { CanvasFunction } from './canvas/createCanvasFunction.js';
export type { CanvasAnswer, CanvasContext } from './canvas/canvasContext.js';
export type { CanvasFunctionOptions } from './canvas/canvasSettings.js';
export { clerkAuthorize } from './clerkAuthorize.js';
export type { ClerkAuthorizeOptions, ClerkPerson } from './clerkAuthorize.js';
export { createUsersHandler } from './createUsersHandler.js';
export type { UsersHandler } from './createUsersHandler.js';
export type {
  UsersActionContext,
  UsersActionEvent,
  UsersCaller,
  UsersHandlerOptions,
  UsersHandlerOverDataProvider,
  UsersHandlerOverMixpeek,
  UsersHandlerRules,
} from './options.js';
export type { RateCount, RateLimit, RateLimitStore } from './rateLimit.js';
export type { UsersAction } from './route.js';
