import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DoctorView } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { Button } from '../ui/button.tsx';
import { locale, send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

function words({ fault, checkedAt, copyAt, waiting, undecided }: DoctorView): string {
  const when = (ms: number) => whenText(ms, Date.now(), locale.value);
  return [
    fault === null ? t().databaseSound(when(checkedAt)) : t().databaseNotSound(fault),
    t().deliverySummary(waiting > 0 ? { kind: 'waiting', count: waiting } : { kind: 'recorded', count: 0 }),
    ...(undecided > 0 ? [t().deliverySummary({ kind: 'attention', count: undecided })] : []),
    copyAt === null ? t().noCopy : t().lastCopy(when(copyAt)),
  ].join(' · ');
}

/** The record on this computer: sound or not, what waits, and its last copy. */
export function Doctor() {
  const found = useSignal<DoctorView | null>(null);
  const check = () => {
    void send('doctor:check', null).then((view) => {
      found.value = view;
    });
  };
  useEffect(check, []);
  return (
    <section>
      <h2>{t().record}</h2>
      <p class={found.value?.fault ? 'error' : 'soft'} role="status">
        {found.value && words(found.value)}
      </p>
      <div class="buttons left">
        <Button onClick={check}>{t().checkNow}</Button>
      </div>
    </section>
  );
}
