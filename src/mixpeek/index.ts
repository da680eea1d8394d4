export { canvasTunnel } from './canvasTunnel.js';
export type { CanvasTunnelOptions } from './canvasTunnel.js';
export { createMixpeekDataProvider } from './createMixpeekDataProvider.js';
export type { MixpeekOptions } from './createMixpeekDataProvider.js';
export type { HeadersSource } from './headers.js';
export type { Paths } from './paths.js';
export type { Operation, OperationIds, Route } from './wire.js';
