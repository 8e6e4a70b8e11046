import { useSignal } from '@preact/signals';
import { useAct } from '../ui/act.ts';
import { CodeFields, RootCauseFields, useCodes } from '../ui/codes-fields.tsx';
import { ChangeBody, type ChangeProps } from './change-body.tsx';

/** Refused resolution codes, or refused root causes. */
export function ChangeCodes({ change, ...of }: ChangeProps<'codes'>) {
  const acting = useAct();
  const chosen = useSignal(change.codes);
  const lists = useCodes(of.workOrderId);
  const choose = (codes: typeof change.codes) => {
    chosen.value = codes;
    acting.clear();
  };
  return (
    <ChangeBody
      of={of}
      acting={acting}
      to={() => ({ kind: 'codes', codes: [...chosen.value] })}
      disabled={chosen.value.length === 0}
    >
      {change.list === 'resolution' ? (
        <CodeFields lists={lists} value={chosen.value} onChange={choose} />
      ) : (
        <RootCauseFields lists={lists} value={chosen.value} onChange={choose} />
      )}
    </ChangeBody>
  );
}
