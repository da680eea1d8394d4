// The sessions and the switchboard of the demo, which the tests work with.
export default {
  async rewrites() {
    return ['/_auth/:path*', '/demo/:path*'].map((source) => ({
      source,
      destination: `${process.env['BACK_END']}${source}`,
    }));
  },
};
