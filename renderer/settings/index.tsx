import { render } from 'preact';
import { tellErrors } from '../ui/errors.ts';
import { connect } from '../ui/snapshot.ts';
import { Settings } from './settings.tsx';

tellErrors();
connect();
render(<Settings />, document.body);
