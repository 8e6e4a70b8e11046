import { render } from 'preact';
import { startClock } from '../ui/clock.ts';
import { tellErrors } from '../ui/errors.ts';
import { followKeysAndFocus } from '../ui/focus.ts';
import { connect } from '../ui/snapshot.ts';
import { speak } from '../ui/words.ts';
import { App } from './app.tsx';
import { followWeek } from './week.ts';

tellErrors();
connect();
speak((words) => words.pageTitles.timesheet);
startClock();
followWeek();
followKeysAndFocus(() => undefined);
render(<App />, document.body);
