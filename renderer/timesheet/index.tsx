import { render } from 'preact';
import { startClock } from '../ui/clock.ts';
import { tellErrors } from '../ui/errors.ts';
import { followKeysAndFocus } from '../ui/focus.ts';
import { loadParts } from '../ui/part.tsx';
import { connect } from '../ui/snapshot.ts';
import { speak } from '../ui/speak.ts';
import { t } from '../ui/words.ts';
import { App } from './app.tsx';
import { followWeek } from './week.ts';

tellErrors();
connect();
speak(() => t().pageTitles.timesheet);
startClock();
followWeek();
followKeysAndFocus(() => undefined);
render(<App />, document.body);
void loadParts();
