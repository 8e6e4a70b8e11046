import type { DeliverySummary } from '../../preload/contract.ts';
import { whenText } from '../../words/times.ts';
import { Button } from './button.tsx';
import { now } from './clock.ts';
import { t } from './first-words.ts';
import { locale } from './snapshot.ts';

interface Props {
  readonly delivery: DeliverySummary;
  readonly onShow: () => void;
}

/** The truth about delivery: quiet when all is well, amber when something waits, red when it needs a person. */
export function Footer({ delivery, onShow }: Props) {
  const since = delivery.offlineSince;
  const { kind, between } = delivery;
  const text = [
    t().deliverySummary(delivery),
    since !== null &&
      between === null &&
      kind === 'waiting' &&
      t().offlineSince(whenText(since, now.peek(), locale.value)),
    between !== null && kind !== 'recorded' && t().between(between),
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <footer class={`footer ${delivery.kind}`}>
      <div class="footer-line" role="status" aria-label={t().delivery}>
        <span class="footer-text" title={text}>
          {text}
        </span>
        <Button look="icon" opens="delivery" label={t().showDelivery} onClick={onShow}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 3.5 10.5 8 6 12.5" />
          </svg>
        </Button>
      </div>
    </footer>
  );
}
