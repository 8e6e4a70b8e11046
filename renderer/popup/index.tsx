import { render } from 'preact';
import { startClock } from '../ui/clock.ts';
import { connect } from '../ui/snapshot.ts';
import { App } from './app.tsx';
import { followKeysAndFocus } from './focus.ts';
import { followSnapshots } from './view.ts';

connect();
startClock();
followSnapshots();
followKeysAndFocus();
render(<App />, document.body);
