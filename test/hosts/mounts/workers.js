import { makeHandler } from './usersHandler.js';

/** @type {ReturnType<typeof makeHandler> | undefined} */
let handler;

export default {
  /**
   * @param {Request} request
   * @param {Record<string, string>} env
   */
  async fetch(request, env) {
    const { pathname } = new URL(request.url);
    if (!pathname.startsWith('/api/v1/apps/')) return new Response('Not found', { status: 404 });
    handler ??= makeHandler(env);
    return handler(request);
  },
};
