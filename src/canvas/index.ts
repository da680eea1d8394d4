export { usersFunction as default } from './usersFunction.js';
