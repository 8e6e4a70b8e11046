import * as v from 'valibot';
import { CODE_LISTS, type Stamp, type Step } from '../visit/types.ts';
import { type ReportRow, reportColumns } from './rows.ts';

/** Reads the column `details`: the JSON of repair steps beside their times. */

export const StampShape: v.GenericSchema<unknown, Stamp> = v.object({ ms: v.number(), offset: v.number() });
export const StatusShape = v.object({ primary: v.string(), extended: v.nullable(v.string()) });

const json = <T>(shape: v.GenericSchema<unknown, T>) => v.pipe(v.string(), v.parseJson(), shape);

const NoteDetails = json(
  v.object({
    workOrderId: v.number(),
    text: v.string(),
    about: v.string(),
    // Older rows have none.
    asked: v.optional(
      v.nullable(
        v.object({ pairId: v.string(), from: StampShape, until: StampShape, techsCount: v.number() }),
      ),
      null,
    ),
  }),
);
const ActivityDetails = json(
  v.object({
    pairId: v.string(),
    change: v.picklist(['add', 'correct']),
    // Older rows have none.
    was: v.optional(v.nullable(v.object({ from: StampShape, until: StampShape })), null),
    held: v.optional(v.nullable(v.object({ from: StampShape, until: v.nullable(StampShape) })), null),
  }),
);
const DeletionDetails = json(v.object({ workOrderId: v.number(), from: StampShape, to: StampShape }));
const RestoreDetails = json(v.object({ workOrderId: v.number(), status: v.nullable(StatusShape) }));

const CodesDetails = json(
  v.object({
    list: v.picklist(CODE_LISTS),
    codes: v.array(
      v.object({ id: v.number(), text: v.nullable(v.string()), assetCategoryId: v.optional(v.number()) }),
    ),
    about: v.string(),
    first: v.boolean(),
  }),
);

/** The step that a row is; none for a row that is a pair's or a visit's own report. */
export function stepsOf(row: ReportRow): Step[] {
  const base = reportColumns(row);
  switch (row.kind) {
    case 'note':
      return [{ kind: row.kind, ...base, ...v.parse(NoteDetails, row.details) }];
    case 'activity':
      return [{ kind: row.kind, ...base, ...v.parse(ActivityDetails, row.details) }];
    case 'deletion':
      return [{ kind: row.kind, ...base, ...v.parse(DeletionDetails, row.details) }];
    case 'restore':
      return [{ kind: row.kind, ...base, ...v.parse(RestoreDetails, row.details) }];
    case 'codes':
      return [{ kind: row.kind, ...base, ...v.parse(CodesDetails, row.details) }];
    default:
      return [];
  }
}
