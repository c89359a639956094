export { bySsh as default } from './nodes';
