import { many } from './nodes';

export default many(30);
