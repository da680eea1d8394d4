export { createFakeMixpeek } from './createFakeMixpeek.js';
export { usersHandlers } from './usersHandlers.js';
export type { FakeMixpeek, LoggedRequest } from './createFakeMixpeek.js';
export type { FakeOperation } from './contract.js';
export type { FakeMixpeekOptions, SuccessStyle } from './fakeOptions.js';
export type { CutFault, Fault, FaultTarget, MalformedFault, SlowFault, StatusFault } from './faults.js';
export type { ErrorStyle } from './refusals.js';
export type { UsersHandlersOptions } from './usersHandlers.js';
