import { withEngines } from './engines';

export default withEngines('20.10', '28.5');
