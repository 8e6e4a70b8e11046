import { render } from 'preact';
import { startClock } from '../ui/clock.ts';
import { tellErrors } from '../ui/errors.ts';
import { followKeysAndFocus } from '../ui/focus.ts';
import { connect, send } from '../ui/snapshot.ts';
import { speak } from '../ui/speak.ts';
import { App } from './app.tsx';
import { loadFor } from './parts.ts';
import { followSnapshots, shownView, view } from './view.ts';

tellErrors();
connect((next) => loadFor(shownView(view.peek(), next), next));
speak();
startClock();
followSnapshots();
followKeysAndFocus(() => void send('app:hide', null));
render(<App />, document.body);
