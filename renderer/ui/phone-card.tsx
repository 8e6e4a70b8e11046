import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { CallView, CommandError, PrimaryStatus } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { ErrorLine } from './alert.tsx';
import { Button } from './button.tsx';
import { now } from './clock.ts';
import { locale, send } from './snapshot.ts';
import { t } from './words.ts';

/** The digits of ServiceChannel's phone menu that its help names; the others differ by client. */
const DIGITS: Partial<Readonly<Record<PrimaryStatus, string>>> = { Completed: '1', Incomplete: '2' };

/** The key to press on leaving with this status; empty while none is chosen. */
export const leaveByPhone = (status: PrimaryStatus | ''): string =>
  status === '' ? t().phone.leave(null, null) : t().phone.leave(DIGITS[status] ?? null, t().statuses[status]);

export interface PhoneProps {
  readonly workOrderId: number;
  readonly direction: 'in' | 'out';
  /** The call is looked for from about this instant on, ms. */
  readonly from: number;
  /** The status that is chosen for a check-out; empty while none is. */
  readonly status?: PrimaryStatus | '';
}

/** The company's PIN, kept as it is typed: on this computer, for this user. */
function Pin() {
  const id = useId();
  const pin = useSignal('');
  useEffect(() => {
    void send('phone:pin', null).then((kept) => {
      if (pin.peek() === '') pin.value = kept;
    });
  }, []);
  const type = (text: string) => {
    pin.value = text.replace(/\D/g, '').slice(0, 20);
    void send('phone:keep-pin', { pin: pin.value });
  };
  return (
    <>
      <label for={id}>{t().phone.pin}</label>{' '}
      <input
        id={id}
        class="pin"
        inputMode="numeric"
        autocomplete="off"
        value={pin.value}
        onInput={(event) => {
          type(event.currentTarget.value);
          // Anything but digits is neither kept nor shown.
          event.currentTarget.value = pin.peek();
        }}
      />{' '}
      <kbd>#</kbd>
    </>
  );
}

/** Whether the call is on the record: looked for when the card opens, and again when that is asked for. */
function Recorded({ workOrderId, direction, from }: PhoneProps) {
  const found = useSignal<CallView | null>(null);
  const error = useSignal<CommandError | null>(null);
  const looking = useSignal(false);
  const look = async () => {
    if (looking.peek()) return;
    looking.value = true;
    const result = await send('phone:look', { workOrderId, direction, from });
    looking.value = false;
    error.value = result.ok ? null : result.error;
    if (result.ok) found.value = result.value;
  };
  useEffect(() => void look(), []);
  const call = found.value?.recorded;
  return (
    <div class="phone-record">
      {!call && (
        <Button look="link" onClick={() => void look()}>
          {t().phone.look}
        </Button>
      )}
      <div aria-live="polite">
        {call && (
          <p>
            <strong>{t().phone.recorded}</strong> · {whenText(call.at, now.peek(), locale.value)}
            {call.by && ` · ${call.by}`}
          </p>
        )}
        {!call && found.value && <p>{t().phone.notYet}</p>}
        <ErrorLine error={error.value} />
      </div>
    </div>
  );
}

/** The steps of a call: the number, the PIN, the order, and the digit of the status. */
function PhoneCard(props: PhoneProps) {
  const { workOrderId, direction, status = '' } = props;
  const { phone } = t();
  const card = useRef<HTMLElement>(null);
  // An alert has little room, and the card opens below its end.
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <section class="phone-card" aria-label={phone.title} ref={card}>
      <ol>
        <li>
          {phone.call} <strong>{phone.line}</strong>
        </li>
        <li>
          <Pin />
        </li>
        <li>
          <strong>{workOrderId}</strong> <kbd>#</kbd>
        </li>
        <li>{direction === 'in' ? phone.arrive : leaveByPhone(status)}</li>
      </ol>
      <Recorded {...props} />
    </section>
  );
}

/** Opens the steps of a call, and closes them. */
export function PhoneSteps(props: PhoneProps) {
  const open = useSignal(false);
  return (
    <>
      <div class="remedies">
        <Button look="link" expanded={open.value} onClick={() => (open.value = !open.value)}>
          {t().phone.opens}
        </Button>
      </div>
      {open.value && <PhoneCard {...props} />}
    </>
  );
}
