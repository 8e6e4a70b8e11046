import { render } from 'preact';
import { startClock } from '../ui/clock.ts';
import { tellErrors } from '../ui/errors.ts';
import { loadParts } from '../ui/part.tsx';
import { followPresses } from '../ui/second-press.ts';
import { connect } from '../ui/snapshot.ts';
import { speak } from '../ui/speak.ts';
import { App } from './app.tsx';

tellErrors();
connect();
speak();
startClock();
followPresses();
render(<App />, document.body);
void loadParts();
