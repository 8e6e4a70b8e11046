import { render } from 'preact';
import { startClock } from '../ui/clock.ts';
import { tellErrors } from '../ui/errors.ts';
import { followKeysAndFocus } from '../ui/focus.ts';
import { connect, send } from '../ui/snapshot.ts';
import { speak } from '../ui/words.ts';
import { App } from './app.tsx';
import { followProblems } from './problem-order.ts';
import { followSnapshots } from './view.ts';

tellErrors();
connect();
speak();
startClock();
followSnapshots();
followProblems();
followKeysAndFocus(() => void send('app:hide', null));
render(<App />, document.body);
