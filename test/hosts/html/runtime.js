// What a Canvas runtime puts into a page; from a file here, for the page's policy allows no script in the markup.
Object.assign(window, {
  __MIXPEEK__: { apiBaseUrl: '/api', appId: 'app_demo', slug: 'plain', environment: 'preview-1' },
});
