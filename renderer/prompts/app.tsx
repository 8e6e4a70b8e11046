import type { MomentView } from '../../preload/contract.ts';
import { Frame } from '../ui/frame.tsx';
import { t } from '../ui/words.ts';
import { EndOfDay } from './end-of-day.tsx';
import { Forgotten } from './forgotten.tsx';
import { Idle } from './idle.tsx';
import { Quit } from './quit.tsx';
import { moment, panel } from './state.ts';

function QuestionOf({ moment }: { readonly moment: MomentView }) {
  switch (moment.kind) {
    case 'idle':
      return <Idle moment={moment} />;
    case 'end-of-day':
      return <EndOfDay moment={moment} />;
    case 'quit':
      return <Quit moment={moment} />;
    case 'forgotten':
      return <Forgotten moment={moment} />;
  }
}

function Moment({ moment }: { readonly moment: MomentView }) {
  document.title = t().momentTitles[moment.kind];
  const form = moment.kind === 'idle' ? moment.form : '';
  return (
    <Frame view={`${moment.id} ${form} ${panel.value}`} fits>
      <QuestionOf key={moment.id} moment={moment} />
    </Frame>
  );
}

/** The moment that this window is for. */
export function App() {
  const open = moment.value;
  if (open) return <Moment moment={open} />;
  // Answered: until it is let go the window shows nothing.
  document.title = '';
  return null;
}
