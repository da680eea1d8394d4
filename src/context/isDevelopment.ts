// Replaced by bundlers; the package itself knows no Node.
declare const process: { env: { NODE_ENV?: string } };

/**
 * Whether the host is being worked on: misuse then throws, with the remedy. A constant in the words that bundlers know, so
 * that they leave the remedies out of what goes into the world. TanStack Query asks in the same words: a page without a
 * bundler needs `./standalone`, where they are replaced.
 */
export const isDevelopment = process.env.NODE_ENV !== 'production';
