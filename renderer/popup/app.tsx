import type { Snapshot, VisitView } from '../../preload/contract.ts';
import { Footer } from '../ui/footer.tsx';
import { Frame } from '../ui/frame.tsx';
import { Header } from '../ui/header.tsx';
import { snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { BrowserSignIn } from './browser-sign-in.tsx';
import { CheckInForm } from './check-in-form.tsx';
import { DeliveryView } from './delivery-view.tsx';
import { Leave } from './leave.tsx';
import { News } from './news.tsx';
import { OrderPage } from './order-page.tsx';
import { SignIn } from './sign-in.tsx';
import { Strip } from './strip.tsx';
import { shownView, type View, view, visitIn } from './view.ts';
import { VisitPage } from './visit-page.tsx';

/** The header's words, and whether the page below has a heading of its own. */
function headerOf(shown: View, visit: VisitView | null): { words: string; heading: boolean } {
  const named = (words: string) => ({ words, heading: true });
  switch (shown.name) {
    case 'sign-in':
      return named(t().signInTitle);
    case 'delivery':
      return named(t().delivery);
    case 'order':
      return named(t().detailsOf(shown.workOrderId));
    case 'switch':
      return named(t().switchTitle);
    case 'check-out':
      return named(t().checkOutOf(visit?.workOrderId ?? 0));
    case 'finish':
      return named(t().finishOf(visit?.workOrderId ?? 0));
    case 'main':
    case 'paused':
      return visit ? { words: t().states[visit.phase], heading: false } : named(t().states.over);
  }
}

function PageOf({ shown, snapshot: now }: { shown: View; snapshot: Snapshot }) {
  const { current, account, connection, signIn } = now;
  if (shown.name === 'delivery') return <DeliveryView />;
  if (shown.name === 'sign-in' && connection.signIn === 'browser')
    return <BrowserSignIn key={account.state} account={account} waiting={signIn.waiting} />;
  if (shown.name === 'sign-in')
    return <SignIn key={account.state} account={account} connection={connection} waiting={signIn.waiting} />;
  if (shown.name === 'order')
    return <OrderPage key={shown.workOrderId} workOrderId={shown.workOrderId} late={shown.late ?? false} />;
  const visit = visitIn(shown, now);
  if (!visit || shown.name === 'switch') return <CheckInForm current={current} />;
  if (shown.name === 'main' || shown.name === 'paused')
    return <VisitPage key={visit.id} visit={visit} beside={shown.name === 'paused'} />;
  return <Leave key={`${shown.name} ${visit.id}`} visit={visit} finish={shown.name === 'finish'} />;
}

/** Tells one view from the next. The form of the next visit stays the same one, whatever becomes of the visit beside it. */
function keyOf(shown: View, { account, current, prefill }: Snapshot): string {
  if (shown.name === 'sign-in') return `sign-in ${account.state}`;
  if (shown.name === 'switch' || (shown.name === 'main' && !current)) return `next ${prefill?.at}`;
  if (shown.name === 'main') return `${current?.phase} ${current?.id}`;
  if (shown.name === 'order') return `order ${shown.workOrderId}`;
  return 'visitId' in shown ? `${shown.name} ${shown.visitId}` : shown.name;
}

function Popup({ snapshot: now }: { snapshot: Snapshot }) {
  const shown = shownView(view.value, now);
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
      news={<News snapshot={now} view={shown.name} />}
      // Where a visit goes on its time comes first, and a form that was opened comes first itself.
      newsFirst={shown.name === 'sign-in' || (shown.name === 'main' && !now.current)}
      footer={<Footer delivery={now.delivery} onShow={() => (view.value = { name: 'delivery' })} />}
    >
      <PageOf shown={shown} snapshot={now} />
    </Frame>
  );
}

/** The popup; nothing before the first snapshot. */
export function App() {
  return snapshot.value && <Popup snapshot={snapshot.value} />;
}
