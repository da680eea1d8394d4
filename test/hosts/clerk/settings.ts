const page = document.querySelector<HTMLElement>('#page');
if (!page) throw new Error('index.html has no #page.');

const script = '/clerk-js/clerk.browser.js';
const clerk = {
  publishableKey: `pk_test_${btoa('clerk.example.com$')}`,
  proxyUrl: `${window.location.origin}/__clerk`,
  telemetry: false as const,
};

/** How this page reaches Clerk: its script and its Frontend API are served beside the page itself. */
export const settings = {
  page,
  clerk5: { ...clerk, clerkJSUrl: script },
  // Its own panels are a second script, which this page has no use for.
  clerk6: { ...clerk, __internal_clerkJSUrl: script, prefetchUI: false as const },
};
