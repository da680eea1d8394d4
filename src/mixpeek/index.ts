export { createMixpeekDataProvider } from './createMixpeekDataProvider.js';
export type { MixpeekOptions } from './createMixpeekDataProvider.js';
export type { HeadersSource } from './headers.js';
export type { Operation, OperationIds, Paths, Route } from './wire.js';
