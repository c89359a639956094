import { withEngines } from './engines';

export default withEngines('28.5', '20.10');
