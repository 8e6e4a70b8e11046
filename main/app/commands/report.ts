import type { ChangeRequest, CommandError, Result } from '../../../preload/contract.ts';
import type { Changed } from '../../visit/change-commands.ts';
import type { Remedy } from '../../visit/commands.ts';
import { parseTechnicians } from '../../visit/numbers.ts';
import type { Done } from '../../visits.ts';
import { resultOf } from './results.ts';
import type { Handlers } from './types.ts';

type ReportHandlers = Pick<Handlers, Extract<keyof Handlers, `report:${string}` | `pair:${string}`>>;

type ParsedChange =
  | { readonly ok: true; readonly to: Changed }
  | { readonly ok: false; readonly error: CommandError };

const keeps = (at: number | null): number | undefined => at ?? undefined;

/** Parses a changed report as it was typed. */
function parseChange(request: ChangeRequest): ParsedChange {
  switch (request.kind) {
    case 'check-in': {
      const { kind, technicians, workTypeId, at } = request;
      const count = parseTechnicians(technicians);
      if (!count.ok) return { ok: false, error: { code: 'technicians', fault: count.fault } };
      return { ok: true, to: { kind, workTypeId, techsCount: count.value, at: keeps(at) } };
    }
    case 'check-out': {
      const { kind, primaryStatus, at, ...rest } = request;
      return { ok: true, to: { kind, choice: primaryStatus && { ...rest, primaryStatus }, at: keeps(at) } };
    }
    case 'activity': {
      const { kind, from, until } = request;
      return { ok: true, to: { kind, from: keeps(from), until: keeps(until) } };
    }
    case 'status': {
      const { kind, ...choice } = request;
      return { ok: true, to: { kind, choice } };
    }
    case 'codes':
    case 'note':
      return { ok: true, to: request };
  }
}

/** Turns what windows decide about reports into commands, and what came of them into something to show. */
export function reportHandlers(perform: (command: Remedy) => Done): ReportHandlers {
  const remedy = (command: Remedy): Result => resultOf(perform(command));
  return {
    'report:send-again': ({ reportId }) => remedy({ type: 'send-again', reportId }),
    'report:it-was-recorded': ({ reportId }) => remedy({ type: 'it-was-recorded', reportId }),
    'report:by-phone': ({ reportId }) => remedy({ type: 'by-phone', reportId }),
    'report:discard': ({ reportId }) => remedy({ type: 'discard', reportId }),
    'report:tell-client': (request) => remedy({ type: 'tell-client', ...request }),
    'report:record-activity': (request) => remedy({ type: 'record-activity', ...request }),
    'report:correct-record': ({ reportId }) => remedy({ type: 'correct-record', reportId }),
    'report:check-in-at': (request) => remedy({ type: 'check-in-at', ...request }),
    'report:change': ({ reportId, to }) => {
      const parsed = parseChange(to);
      return parsed.ok ? remedy({ type: 'change', reportId, to: parsed.to }) : parsed;
    },
    'report:without-status': ({ reportId }) => remedy({ type: 'without-status', reportId }),
    'report:client-enters': ({ reportId }) => remedy({ type: 'client-enters', reportId }),
    'report:note-closed': ({ reportId }) => remedy({ type: 'note-closed', reportId }),
    'pair:note-mechanic-ids': ({ pairId }) => remedy({ type: 'note-mechanic-ids', pairId }),
  };
}
