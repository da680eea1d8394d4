/** The API is the same server's in production; here it is the demo's back end, behind the same origin. */
export default {
  typescript: { ignoreBuildErrors: true },
  async rewrites() {
    return ['/api/:path*', '/_auth/:path*', '/demo/:path*'].map((source) => ({
      source,
      destination: `${process.env.BACK_END}${source}`,
    }));
  },
};
