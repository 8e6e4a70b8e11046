import { render } from 'preact';
import { tellErrors } from '../ui/errors.ts';
import { loadParts } from '../ui/part.tsx';
import { connect } from '../ui/snapshot.ts';
import { speak } from '../ui/speak.ts';
import { t } from '../ui/words.ts';
import { Settings } from './settings.tsx';

tellErrors();
connect();
speak(() => t().pageTitles.settings);
render(<Settings />, document.body);
void loadParts();
