export { filterMembers, prepareSearch } from './filterMembers.js';
export { sortMembers } from './sortMembers.js';
