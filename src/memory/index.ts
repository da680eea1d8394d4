export { createMemoryDataProvider } from './createMemoryDataProvider.js';
export { createSeed } from './seed.js';
export type { MemoryDataProviderOptions } from './createMemoryDataProvider.js';
export type { AppMode, FilledSeed, Seed, SeedOptions } from './seed.js';
export type { StoreOptions } from './store.js';
