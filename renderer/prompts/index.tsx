import { render } from 'preact';
import { startClock } from '../ui/clock.ts';
import { tellErrors } from '../ui/errors.ts';
import { followKeysAndFocus } from '../ui/focus.ts';
import { loadParts } from '../ui/part.tsx';
import { connect } from '../ui/snapshot.ts';
import { speak } from '../ui/speak.ts';
import { App } from './app.tsx';
import { answer, followMoments, moment } from './state.ts';

/** Esc is the answer that changes nothing. */
function keep(): void {
  const open = moment.peek();
  if (open) void answer(open.id, { type: 'keep' });
}

tellErrors();
connect();
speak();
startClock();
followMoments();
followKeysAndFocus(keep);
render(<App />, document.body);
void loadParts();
