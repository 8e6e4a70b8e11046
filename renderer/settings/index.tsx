import { render } from 'preact';
import { tellErrors } from '../ui/errors.ts';
import { connect } from '../ui/snapshot.ts';
import { speak } from '../ui/words.ts';
import { Settings } from './settings.tsx';

tellErrors();
connect();
speak((words) => words.pageTitles.settings);
render(<Settings />, document.body);
