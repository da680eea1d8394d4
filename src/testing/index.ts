export { describeDataProvider } from './describeDataProvider.js';
export type { ContractOptions, TestedDataProvider } from './describeDataProvider.js';
