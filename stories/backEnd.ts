import { createMixpeekDataProvider } from '@mixpeek/users-panel/mixpeek';
import { createFakeMixpeek, usersHandlers, type FakeMixpeek, type FakeMixpeekOptions } from '@mixpeek/users-panel/msw';
import type { Seed } from '@mixpeek/users-panel/memory';
import type { DataProvider } from '@mixpeek/users-panel';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import type { StoryObj } from '@storybook/react-vite';
import { PICTURES, team } from './fixtures.js';
import { networks } from './networks.js';

/** What a story says of its back end: `parameters.backEnd`. */
export interface BackEndParameters extends FakeMixpeekOptions {
  seed?: Seed;
}

/** What a story finds in `loaded.backEnd`. */
export interface BackEnd {
  fake: FakeMixpeek;
  dataProvider: DataProvider;
}

/** The back end of the story that is played, from what it has `loaded`. */
export function backEndOf(loaded: Record<string, unknown>): BackEnd {
  return loaded['backEnd'] as BackEnd;
}

const worker = setupWorker(
  http.get(`${PICTURES}/portrait.svg`, () => fetch('./portrait.svg')),
  http.get(`${PICTURES}/*`, () => new HttpResponse(null, { status: 404 })),
);
let started: Promise<unknown> | undefined;

/**
 * A fake Mixpeek of its own for each story, behind the service worker and under a path of its own: on a docs page many
 * stories are rendered at once, and none may answer for another.
 */
export async function startBackEnd(
  storyId: string,
  { seed, ...options }: BackEndParameters = {},
  { network, viewer }: StoryObj['globals'] = {},
): Promise<BackEnd> {
  started ??= worker.start({
    onUnhandledRequest: 'bypass',
    quiet: true,
    serviceWorker: { url: './mockServiceWorker.js' },
  });
  await started;
  const fake = createFakeMixpeek(seed ?? team, { ...options, ...networks[String(network)] });
  const baseUrl = `/stories/${storyId}`;
  worker.use(...usersHandlers({ fake, baseUrl }));
  const dataProvider = createMixpeekDataProvider({ baseUrl });
  if (viewer === 'signed out') dataProvider.getCurrentUser = () => Promise.resolve({ status: 'signed_out' });
  return { fake, dataProvider };
}
