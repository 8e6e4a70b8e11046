import { render } from 'preact';
import { connect } from '../ui/snapshot.ts';
import { Settings } from './settings.tsx';

connect();
render(<Settings />, document.body);
