module.exports = {
  testTimeout: 120_000,
  testEnvironment: 'jest-fixed-jsdom',
  transform: { '\\.m?[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: ['/node_modules/(?!(@mixpeek|msw|@mswjs|@open-draft|rettime|until-async)/)'],
  moduleNameMapper: { '\\.css$': '<rootDir>/empty.cjs' },
};
