import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CrewStillThere as Person } from '../../preload/contract.ts';
import { Note } from './alert.tsx';
import { nameById } from './crew.ts';
import { send, snapshot } from './snapshot.ts';
import { t } from './words.ts';

/** The colleague's name here, else ServiceChannel's, else the id that it gives. */
function personText({ userId, userName }: Person): string {
  const isKnown = snapshot.peek()?.crew.some((each) => each.userId === userId);
  if (userId !== null && (isKnown || !userName)) return nameById(userId);
  return userName ?? t().somebody;
}

interface Props {
  readonly workOrderId: number;
  /** UserIds of those who leave with this act. */
  readonly leaving: readonly number[];
}

/** Says before an order is completed whose check-in would stay open there: it takes no check-out then. */
export function StillThere({ workOrderId, leaving }: Props) {
  const found = useSignal<readonly Person[]>([]);
  useEffect(() => {
    let stale = false;
    void send('crew:still-there', { workOrderId }).then((result) => {
      if (!stale && result.ok) found.value = result.value;
    });
    return () => {
      stale = true;
    };
  }, [workOrderId]);
  const others = found.value.filter(({ userId }) => userId === null || !leaving.includes(userId));
  if (others.length === 0) return null;
  return <Note>{t().stillThere([...new Set(others.map(personText))].join(', '))}</Note>;
}
