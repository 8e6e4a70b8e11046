import type { Sabotage } from './sabotage.ts';

/** After an error that nobody reckoned with nothing is delivered any more in this run. */
function stoppedByAnError(): Sabotage {
  let isStopped = false;
  return {
    system: (system) => {
      isStopped = false;
      return system;
    },
    onError: () => {
      isStopped = true;
    },
    state: (state) => (isStopped ? { ...state, visits: [] } : state),
  };
}

/** Ways to get refusals wrong: what can be changed of them, and what giving up leaves behind. */
export const SABOTAGES_OF_REFUSALS: Readonly<Record<string, Sabotage>> = {
  'sends a changed report as it was': {
    command: (command) =>
      command.type === 'change' ? { type: 'send-again', reportId: command.reportId } : command,
  },
  'gives up a check-out without looking what ServiceChannel holds': {
    record: (record) => (outcome) =>
      ['open-there', 'closed-there', 'not-there'].includes(outcome.type) ? true : record(outcome),
  },
  'takes what was given up for closed there': {
    record: (record) => (outcome) =>
      record(outcome.type === 'open-there' ? { type: 'not-there', reportId: outcome.reportId } : outcome),
  },
  'tries for ever at what ServiceChannel fails at': {
    record: (record) => (outcome) =>
      record(
        outcome.type === 'refused' && outcome.problem.reason === 'server-error'
          ? { type: 'not-recorded', reportId: outcome.reportId }
          : outcome,
      ),
  },
  'stops delivering at an error': stoppedByAnError(),
  'gives a refused report up by itself': {
    record: (record) => (outcome) =>
      record(
        outcome.type === 'refused' ? { ...outcome, type: 'recorded', mechanicId: 1, by: 'answer' } : outcome,
      ),
  },
};
