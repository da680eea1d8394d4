export default {
  // As create-next-app writes it: what a page renders outside of <Suspense> must not hang on the clock or on chance.
  cacheComponents: true,
  partialPrefetching: true,
  trailingSlash: process.env['TRAILING_SLASH'] === 'true',
  distDir: process.env['DIST_DIR'] ?? '.next',
  // The sessions and the switchboard of the demo, which the tests work with.
  async rewrites() {
    return ['/_auth/:path*', '/demo/:path*'].map((source) => ({
      source,
      destination: `${process.env['BACK_END']}${source}`,
    }));
  },
};
