/** One line of the app's source, and what stands there instead. */
export interface Breakage {
  /** Within `main/`. */
  readonly file: string;
  /** It stands there once. */
  readonly line: string;
  readonly instead: string;
  /** It shows in schedules of what others hardly ever come to. */
  readonly rare?: boolean;
}

/**
 * Chosen by a reader of `main/visit`, `main/outbox` and `main/records` who had not written them; the proof had to learn
 * to find the first, the third and the sixth.
 */
export const SABOTAGES_OF_SOURCE: Readonly<Record<string, Breakage>> = {
  'goes by the order of clicks and not of times': {
    file: 'outbox/order.ts',
    line: 'a.at.ms - b.at.ms || a.seq - b.seq',
    instead: 'a.seq - b.seq',
  },
  'checks in beside a check-in that is open': {
    file: 'outbox/next.ts',
    line: 'if (openBeside(order, visit, report).length > 0) return true;',
    instead: '',
  },
  'sends a check-out before the codes that come first': {
    file: 'visit/codes.ts',
    line: "step.first && (step.delivery.state === 'queued' || step.delivery.state === 'sending'),",
    instead: "step.first && step.delivery.state === 'sending',",
  },
  'believes a receipt that may be behind': {
    file: 'records/receipts.ts',
    line: "if (when === 'early' && mayBeBehind(visit, receipt)) {",
    instead: "if (when === 'early' && receipt === null) {",
  },
  'corrects a stay by the clock to before the one before it': {
    file: 'visit/clock.ts',
    line: 'toStamp(Math.max(earliest, lived), ctx.offsetAt)',
    instead: 'toStamp(lived, ctx.offsetAt)',
    rare: true,
  },
  'loses the status of a stay that a break is put into': {
    file: 'visit/edit-pair.ts',
    line: "checkOut: { kind: 'check-out', ...checkOut, leaving: pair.checkOut.leaving },",
    instead: "checkOut: { kind: 'check-out', ...checkOut, leaving: PAUSE },",
  },
  'adds an activity beside the one that its check-in began': {
    file: 'visit/repairs.ts',
    line: "isRecorded ? 'correct' : 'add';",
    instead: "'add';",
  },
  'sends a report that the disk did not take as sent': {
    file: 'outbox/deliverer.ts',
    line: '    else delays.later(reportId);\n    return kept;',
    instead: '    else delays.later(reportId);\n    return true;',
  },
  'leaves open what a work activity has replaced': {
    file: 'visit/edit.ts',
    line: 'return report.id === id || follows ? { ...report, delivery } : report;',
    instead: 'return report.id === id ? { ...report, delivery } : report;',
  },
  'goes on with a stay from now and not from its beginning': {
    file: 'visit/continue.ts',
    line: 'const opened = openPair(joined, visit, ctx, toStamp(act.at, ctx.offsetAt), act);',
    instead: 'const opened = openPair(joined, visit, ctx, toStamp(ctx.now, ctx.offsetAt), act);',
  },
  'keeps a status that was taken back': {
    file: 'visit/undo.ts',
    line: 'finish: visit.finish && isMade(visit.finish) ? before.finish : visit.finish,',
    instead: 'finish: visit.finish,',
    rare: true,
  },
  'looks at nothing before it sends what was queued for hours': {
    file: 'outbox/look-first.ts',
    line: 'if (!wasQueuedLong(report, now)) return null;',
    instead: 'if (isOwn(visit)) return null;',
    rare: true,
  },
  'leaves minutes on the wrong order': {
    file: 'visit/move.ts',
    line: 'const fresh = freshReport(state, ctx, at);',
    instead: 'const fresh = freshReport(state, ctx, toStamp(ctx.now, ctx.offsetAt));',
    rare: true,
  },
  'forgets how wrong the clock was of what is in question': {
    file: 'visit/clock.ts',
    line: 'if (!mayChange(report)) return { ...report, correction };',
    instead: 'if (!mayChange(report)) return report;',
    rare: true,
  },
  'takes a trace of the same minute for its own': {
    file: 'outbox/traces.ts',
    line: 'trace.direction === directionOf(side) && distance(trace, side) < SECOND;',
    instead: 'trace.direction === directionOf(side) && distance(trace, side) < MINUTE;',
    rare: true,
  },
  'puts nothing right that went out by a wrong clock': {
    file: 'visit/put-right.ts',
    line: 'return now === state ? state : putRight(now, ctx);',
    instead: 'return now === state ? now : state;',
    rare: true,
  },
  'looks for a record that somebody changed by its own times': {
    file: 'visit/edit-pair.ts',
    line: 'return addStep(state, visit, ctx, held?.from ?? was.checkIn.at, (fresh) => ({',
    instead: 'return addStep(state, visit, ctx, was.checkIn.at, (fresh) => ({',
    rare: true,
  },
};
