import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CodeChoice, CodesView } from '../../preload/contract.ts';
import { type Category, CodePicker, RootCausePicker } from './code-picker.tsx';
import { send } from './snapshot.ts';

const NONE: CodesView = { assetCategories: [], codes: [], rootCauses: [] };

/** The client's lists for a work order; empty while they are asked for, and where it has none. */
export function useCodes(workOrderId: number | null): CodesView {
  const lists = useSignal(NONE);
  useEffect(() => {
    if (workOrderId === null) return;
    void send('work-order:codes', { workOrderId }).then((found) => {
      lists.value = found;
    });
  }, [workOrderId]);
  return lists.value;
}

/** One picker for the order; one for each asset category where it has several. */
function sections({ assetCategories }: CodesView): readonly Category[] {
  const [only] = assetCategories;
  return assetCategories.length > 1 ? assetCategories : [{ id: only?.id, name: null }];
}

const isOf =
  ({ id, name }: Category) =>
  ({ assetCategoryId }: CodeChoice): boolean =>
    name === null || assetCategoryId === id;

const offered = (options: CodesView['codes'], { id }: Category): CodesView['codes'] =>
  options.filter(({ assetCategoryIds: ids }) => id === undefined || ids.length === 0 || ids.includes(id));

interface ListProps {
  readonly lists: CodesView;
  readonly value: readonly CodeChoice[];
  readonly onChange: (codes: readonly CodeChoice[]) => void;
}

/** `Code`. @param needed the client asks for one with this status */
export function CodeFields({
  lists,
  value,
  onChange,
  needed = false,
}: ListProps & { readonly needed?: boolean }) {
  return sections(lists).map((category) => (
    <CodePicker
      key={category.id ?? 0}
      category={category}
      options={offered(lists.codes, category)}
      value={value.filter(isOf(category))}
      onChange={(codes) => onChange([...value.filter((each) => !isOf(category)(each)), ...codes])}
      needed={needed}
    />
  ));
}

/** `Root cause`: one, or one for each asset category. */
export function RootCauseFields({ lists, value, onChange }: ListProps) {
  return sections(lists).map((category) => (
    <RootCausePicker
      key={category.id ?? 0}
      category={category}
      options={offered(lists.rootCauses, category)}
      value={value.find(isOf(category)) ?? null}
      onChange={(cause) =>
        onChange([...value.filter((each) => !isOf(category)(each)), ...(cause ? [cause] : [])])
      }
    />
  ));
}
