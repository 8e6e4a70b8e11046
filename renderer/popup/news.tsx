import { type ComponentChildren, Fragment } from 'preact';
import type { Snapshot } from '../../preload/contract.ts';
import { CheckedOut } from '../ui/checked-out.tsx';
import { t } from '../ui/words.ts';
import { Elsewhere } from './elsewhere.tsx';
import { FirstCheck } from './first-check.tsx';
import { MomentNotes } from './moment-notes.tsx';
import { Notices } from './notices.tsx';
import { OtherUser } from './other-users.tsx';
import { isWaiting } from './problem-order.ts';
import { Problems } from './problems.tsx';
import { Receipt } from './receipt.tsx';
import type { View } from './view.ts';

interface Props {
  readonly snapshot: Snapshot;
  readonly view: View['name'];
}

interface Item {
  readonly key: string;
  /** The news in it, by names that stay the same. */
  readonly says: readonly string[];
  readonly node: ComponentChildren;
}

/** When each thing was first said, by a count that goes down. */
const arrivals = new Map<string, number>();

/** Puts the latest on top: the older ones, and the page below, stay where they are. */
function byArrival(items: readonly Item[]): readonly Item[] {
  const said = new Set(items.flatMap(({ says }) => says));
  for (const each of arrivals.keys()) if (!said.has(each)) arrivals.delete(each);
  const fresh = [...said].filter((each) => !arrivals.has(each));
  const first = Math.min(0, ...arrivals.values()) - fresh.length;
  for (const [index, each] of fresh.entries()) arrivals.set(each, first + index);
  const newest = ({ says }: Item) => Math.min(...says.map((each) => arrivals.get(each) ?? 0));
  return items.filter(({ says }) => says.length > 0).toSorted((a, b) => newest(a) - newest(b));
}

const troublesOf = ({ account, signIn, problems, late, differing }: Snapshot): readonly string[] => [
  ...problems.map(({ reportId }) => reportId),
  ...(late ? ['late'] : []),
  ...differing.map(({ pairId }) => pairId),
  ...(account.state === 'expired' || account.state === 'locked' || signIn.trouble ? ['account'] : []),
];

function momentsOf({ moments, current }: Snapshot): readonly string[] {
  const { idleSilent, askComputer, stillPaused, resume } = moments;
  return [
    ...(idleSilent && current?.phase === 'on site' ? ['idle silent'] : []),
    ...(askComputer ? ['computer'] : []),
    ...(stillPaused && stillPaused.visitId === current?.id ? [`still paused ${stillPaused.visitId}`] : []),
    ...(resume ? [`resume ${resume.visitId}`] : []),
  ];
}

function itemsOf({ snapshot, view }: Props): readonly Item[] {
  const { notices, elsewhere, receipt, checkedOut, others } = snapshot;
  const always: readonly Item[] = [
    ...(checkedOut
      ? [
          {
            key: 'checked out',
            says: [`checked out ${checkedOut.visitId}`],
            node: <CheckedOut of={checkedOut} />,
          },
        ]
      : []),
    {
      key: 'problems',
      says: troublesOf(snapshot),
      node: <Problems snapshot={snapshot} signingIn={view === 'sign-in'} />,
    },
    { key: 'notices', says: notices.map(({ code }) => code), node: <Notices notices={notices} /> },
  ];
  if (view === 'sign-in') return always;
  return [
    ...always,
    ...elsewhere.map((each) => ({ key: each.key, says: [each.key], node: <Elsewhere of={each} /> })),
    ...(receipt
      ? [{ key: 'receipt', says: [`receipt ${receipt.visitId}`], node: <Receipt of={receipt} /> }]
      : []),
    ...others.map((each, index) => ({
      key: `other ${index}`,
      says: [`other ${each.userName}`],
      node: <OtherUser of={each} />,
    })),
    { key: 'first check', says: snapshot.firstCheck ? ['first check'] : [], node: <FirstCheck /> },
    { key: 'moments', says: momentsOf(snapshot), node: <MomentNotes snapshot={snapshot} /> },
  ];
}

/** The news beside the page. The list of reports shows them itself. */
export function News(props: Props) {
  if (props.view === 'delivery') return null;
  return byArrival(itemsOf(props)).map(({ key, node }) => <Fragment key={key}>{node}</Fragment>);
}

/** The news in a few words, for where it is not in sight. `bad`: it needs a person, `warn`: it has to be looked at. */
export interface NewsHint {
  readonly text: string;
  readonly look: 'bad' | 'warn' | 'quiet';
}

/** The most pressing of the news, in one line. */
export function newsHint(snapshot: Snapshot): NewsHint {
  const { problems, late, differing, checkedOut, receipt, elsewhere, moments } = snapshot;
  const needed = problems.filter((each) => !isWaiting(each));
  const newest = needed.at(-1);
  const troubles = needed.length + differing.length + (late ? 1 : 0) + (checkedOut ? 1 : 0);
  if (troubles > 1) return { text: t().troublesAbove(troubles), look: 'bad' };
  const trouble =
    newest?.workOrderId ?? late?.workOrderId ?? differing[0]?.workOrderId ?? checkedOut?.workOrderId;
  if (trouble !== undefined) return { text: t().troubleAbove(trouble), look: 'bad' };
  const looked = elsewhere[0]?.workOrderId ?? problems[0]?.workOrderId;
  const order = looked ?? receipt?.workOrderId;
  if (order !== undefined)
    return { text: t().newsOnAbove(order), look: looked === undefined ? 'quiet' : 'warn' };
  const asks = moments.askComputer || moments.stillPaused !== null;
  return { text: asks ? t().questionAbove : t().newsAbove, look: 'quiet' };
}
