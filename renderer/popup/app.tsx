import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Snapshot, VisitView } from '../../preload/contract.ts';
import { t } from '../ui/first-words.ts';
import { Footer } from '../ui/footer.tsx';
import { Frame } from '../ui/frame.tsx';
import { Header } from '../ui/header.tsx';
import { areThere, loadParts, WithPart } from '../ui/part.tsx';
import { snapshot } from '../ui/snapshot.ts';
import { furtherPart } from './further-part.ts';
import { formPart, partsOf, signInPart, visitPart } from './parts.ts';
import { Strip } from './strip.tsx';
import { shownView, type View, view, visitIn } from './view.ts';

/** The header's words, and whether the page below has a heading of its own. */
function headerOf(shown: View, visit: VisitView | null): { words: string; heading: boolean } {
  const named = (words: string) => ({ words, heading: true });
  switch (shown.name) {
    case 'sign-in':
      return named(t().signInTitle);
    case 'switch':
      return named(t().switchTitle);
    case 'main':
    case 'paused':
      return visit ? { words: t().states[visit.phase], heading: false } : named(t().states.over);
    default:
      // A further page is shown when its part has come.
      return named(furtherPart.loaded()?.titleOf(shown, visit) ?? '');
  }
}

function PageOf({ shown, snapshot: now }: { shown: View; snapshot: Snapshot }) {
  const { current, account, connection, signIn } = now;
  const visit = visitIn(shown, now);
  if (shown.name === 'sign-in') {
    const same = { account, waiting: signIn.waiting };
    return (
      <WithPart of={signInPart}>
        {({ BrowserSignIn, SignIn }) =>
          connection.signIn === 'browser' ? (
            <BrowserSignIn key={account.state} {...same} />
          ) : (
            <SignIn key={account.state} {...same} connection={connection} />
          )
        }
      </WithPart>
    );
  }
  if (shown.name === 'switch' || (shown.name === 'main' && !visit))
    return <WithPart of={formPart}>{({ CheckInForm }) => <CheckInForm current={current} />}</WithPart>;
  if (visit && (shown.name === 'main' || shown.name === 'paused'))
    return (
      <WithPart of={visitPart}>
        {({ VisitPage }) => <VisitPage key={visit.id} visit={visit} beside={shown.name === 'paused'} />}
      </WithPart>
    );
  return (
    <WithPart of={furtherPart}>{({ FurtherPage }) => <FurtherPage shown={shown} visit={visit} />}</WithPart>
  );
}

/** Tells one view from the next. The form of the next visit stays the same one, whatever becomes of the visit beside it. */
function keyOf(shown: View, { account, current, prefill }: Snapshot): string {
  if (shown.name === 'sign-in') return `sign-in ${account.state}`;
  if (shown.name === 'switch' || (shown.name === 'main' && !current)) return `next ${prefill?.at}`;
  if (shown.name === 'main') return `${current?.phase} ${current?.id}`;
  if (shown.name === 'order') return `order ${shown.workOrderId}`;
  return 'visitId' in shown ? `${shown.name} ${shown.visitId}` : shown.name;
}

function Popup({ shown, snapshot: now }: { shown: View; snapshot: Snapshot }) {
  const visit = visitIn(shown, now);
  const phase = now.account.state === 'signed-out' ? 'over' : (visit?.phase ?? 'over');
  return (
    <Frame
      view={keyOf(shown, now)}
      header={
        <header>
          <Strip snapshot={now} phase={phase} />
          <Header phase={shown.name === 'delivery' ? null : phase} {...headerOf(shown, visit)} />
        </header>
      }
      news={<WithPart of={furtherPart}>{({ News }) => <News snapshot={now} view={shown.name} />}</WithPart>}
      // Where a visit goes on its time comes first, and a form that was opened comes first itself.
      newsFirst={shown.name === 'sign-in' || (shown.name === 'main' && !now.current)}
      footer={<Footer delivery={now.delivery} onShow={() => (view.value = { name: 'delivery' })} />}
    >
      <PageOf shown={shown} snapshot={now} />
    </Frame>
  );
}

/** From a first paint until its window has come up (ms): files that are loaded meanwhile hold it up. */
const COMES_UP_WITHIN = 100;

/**
 * The popup; nothing before the first snapshot. Until the parts of another view have come, the one before stays; all of them
 * are loaded once the first view is painted and its window is there.
 */
export function App() {
  const drawn = useRef<ComponentChildren>(null);
  const now = snapshot.value;
  const shown = now && shownView(view.value, now);
  if (shown && areThere(partsOf(shown, now))) drawn.current = <Popup shown={shown} snapshot={now} />;
  const isDrawn = drawn.current !== null;
  useEffect(() => {
    if (!isDrawn) return;
    const timer = setTimeout(() => void loadParts(), COMES_UP_WITHIN);
    return () => clearTimeout(timer);
  }, [isDrawn]);
  return drawn.current;
}
