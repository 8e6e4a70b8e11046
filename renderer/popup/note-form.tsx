import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useAct } from '../ui/act.ts';
import { ErrorLine } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

interface Props {
  readonly reportId: string;
  /** What it is filled in with. */
  readonly draft: string;
  readonly onClose: () => void;
}

/** A note to the client about a report that was refused. */
export function NoteForm({ reportId, draft, onClose }: Props) {
  const text = useSignal(draft);
  const area = useRef<HTMLTextAreaElement>(null);
  const { error, run, clear } = useAct();
  useEffect(() => area.current?.focus(), []);
  const tell = (event: Event) => {
    event.preventDefault();
    void run('tell', () => send('report:tell-client', { reportId, text: text.value }), onClose);
  };
  return (
    <form class="in-place" noValidate onSubmit={tell}>
      <Field label={t().note}>
        {(ids) => (
          <textarea
            {...ids}
            ref={area}
            rows={4}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
              clear();
            }}
          />
        )}
      </Field>
      <ErrorLine error={error} />
      <div class="buttons">
        <Button onClick={onClose}>{t().back}</Button>
        <Button submit act="tell" disabled={text.value.trim() === ''}>
          {t().sendNote}
        </Button>
      </div>
    </form>
  );
}
