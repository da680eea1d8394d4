import { filterMembers, prepareSearch } from './filterMembers.js';
import { sortMembers } from './sortMembers.js';

/** What is loaded as one part, once somebody searches or sorts the members. */
export const searchAndSort = { filterMembers, prepareSearch, sortMembers };
