export { bySocket as default } from './nodes';
