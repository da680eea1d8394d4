export { canvasTunnel } from './canvasTunnel.js';
export type { CanvasTunnelOptions } from './canvasTunnel.js';
export { createMixpeekDataProvider } from './createMixpeekDataProvider.js';
export type { MixpeekOptions } from './createMixpeekDataProvider.js';
export type { HeadersSource } from './headers.js';
export type { Operation, OperationIds, Paths, Route } from './wire.js';
