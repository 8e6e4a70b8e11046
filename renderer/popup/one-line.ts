import { computed } from '@preact/signals';
import { parseLine } from '../../main/visit/one-line.ts';
import { t } from '../ui/words.ts';
import { checkInDraft } from './view.ts';

/** The text in the work order field, where it says a time or technicians as well; else null. */
export const line = computed(() => parseLine(checkInDraft.value.workOrder, t().lineWords));

/** The order alone, as it was typed. */
export const orderText = computed(() => line.value?.order ?? checkInDraft.value.workOrder);
