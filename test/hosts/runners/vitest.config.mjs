export default { test: { globals: true, include: ['*.test.jsx'], testTimeout: 120_000 } };
