import type { BrowserClerk as Clerk5, useClerk as useClerk5 } from '@clerk/clerk-react';
import type { BrowserClerk as Clerk6, useClerk as useClerk6 } from '@clerk/react';
import { describe, expectTypeOf, it } from 'vitest';
import type { ClerkLike, createClerkDataProvider } from '../../src/clerk/index.js';

// The compiler is the test: `tsc` fails where Clerk's own types no longer fit.
describe('the data provider takes, by their own types,', () => {
  it('what useClerk() of @clerk/clerk-react 5 gives', () => {
    expectTypeOf<ReturnType<typeof useClerk5>>().toExtend<ClerkLike>();
  });

  it('what useClerk() of @clerk/react 6 gives', () => {
    expectTypeOf<ReturnType<typeof useClerk6>>().toExtend<ClerkLike>();
  });

  it('window.Clerk of both', () => {
    expectTypeOf<Clerk5>().toExtend<ClerkLike>();
    expectTypeOf<Clerk6>().toExtend<ClerkLike>();
  });

  it('which are no mere any', () => {
    expectTypeOf<ReturnType<typeof useClerk5>>().not.toBeAny();
    expectTypeOf<ReturnType<typeof useClerk6>>().not.toBeAny();
    expectTypeOf<Clerk5>().not.toBeAny();
    expectTypeOf<Clerk6>().not.toBeAny();
  });

  it('and not just anything', () => {
    expectTypeOf<{ user: null }>().not.toExtend<Parameters<typeof createClerkDataProvider>[0]>();
  });
});
