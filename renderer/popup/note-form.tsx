import { useSignal } from '@preact/signals';
import { useAct } from '../ui/act.ts';
import { InPlace } from '../ui/in-place.tsx';
import { send } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { NoteField } from './note-field.tsx';

interface Props {
  readonly reportId: string;
  /** The text that it starts with. */
  readonly draft: string;
  readonly openedBy: string;
  readonly onClose: () => void;
}

/** A note to the client about a report that was refused. */
export function NoteForm({ reportId, draft, openedBy, onClose }: Props) {
  const text = useSignal(draft);
  const { error, run, clear } = useAct();
  const tell = () => {
    void run('tell', () => send('report:tell-client', { reportId, text: text.value }), onClose);
  };
  return (
    <InPlace
      openedBy={openedBy}
      act="tell"
      name={t().sendNote}
      disabled={text.value.trim() === ''}
      error={error}
      onSubmit={tell}
      onClose={onClose}
    >
      <NoteField text={text} rows={4} onInput={clear} />
    </InPlace>
  );
}
