import { withEngines } from './engines';

export default withEngines('29', '26.1');
