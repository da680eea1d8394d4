// The package a second time, as a page has it whose parts were built by different people.
declare module 'users-panel-again' {
  export * from '@mixpeek/users-panel';
}
declare module 'users-panel-again/memory' {
  export * from '@mixpeek/users-panel/memory';
}
