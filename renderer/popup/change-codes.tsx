import { useSignal } from '@preact/signals';
import { useAct } from '../ui/act.ts';
import { CodePicker, RootCausePicker, useCodes } from '../ui/codes-fields.tsx';
import { ChangeBody, type ChangeProps } from './change-body.tsx';

/** Refused resolution codes, or a refused root cause. */
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
        <CodePicker options={lists.codes} value={chosen.value} onChange={choose} />
      ) : (
        <RootCausePicker
          options={lists.rootCauses}
          value={chosen.value[0] ?? null}
          onChange={(cause) => choose(cause ? [cause] : [])}
        />
      )}
    </ChangeBody>
  );
}
