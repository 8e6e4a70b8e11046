import type { RecordedReport } from './state.ts';

const WORDS: Readonly<Record<RecordedReport['kind'], string>> = {
  'check-in': 'CHECK-IN ',
  'check-out': 'CHECK-OUT',
  status: 'STATUS   ',
  note: 'NOTE     ',
  'scheduled-date': 'SCHEDULED DATE',
  codes: 'CODES    ',
  'root-cause': 'ROOT CAUSE',
  'activity-added': 'ACTIVITY ADDED',
  'activity-changed': 'ACTIVITY CHANGED',
  'activity-removed': 'ACTIVITY REMOVED',
};

/** One line about something recorded, for the sandbox's terminal. */
export function reportLine(report: RecordedReport): string {
  const mechanic = report.mechanicId === null ? '' : `  MechanicId ${report.mechanicId}`;
  const body = report.body.replaceAll(/\s*\n\s*/g, ' ');
  return `${WORDS[report.kind]}  ${report.workOrderId}  user ${report.userId}${mechanic}  ${body}`;
}
