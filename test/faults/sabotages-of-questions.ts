import type { Sabotage } from './sabotage.ts';

/** An error of one who listens reaches the person who has clicked, and those who would be told after it are not. */
function failsWithAListener(): Sabotage {
  let isClick = false;
  return {
    command: (command) => {
      isClick = ['check-in', 'pause', 'resume', 'check-out', 'arrived'].includes(command.type);
      queueMicrotask(() => {
        isClick = false;
      });
      return command;
    },
    onError: (error) => {
      if (isClick) throw error;
    },
  };
}

/** Ways to get questions, receipts and listeners wrong. */
export const SABOTAGES_OF_QUESTIONS: Readonly<Record<string, Sabotage>> = {
  'takes its own end for an answer': {
    quit: (quit) => ({
      askFirst: (ask) => quit.askFirst(ask),
      leave: () => quit.leave(),
      leaving: false,
    }),
  },
  'forgets at start what it asked about': {
    keeper: (keeper) => ({ ...keeper, get: () => null }),
  },
  'fails at a click because a listener throws': failsWithAListener(),
  'says another count in a receipt than is held': {
    client: (client) => ({
      ...client,
      workActivities: async (id) => {
        const answer = await client.workActivities(id);
        if (answer.kind !== 'ok') return answer;
        const value = answer.value.map((each) => ({ ...each, techsCount: (each.techsCount ?? 0) + 1 }));
        return { kind: 'ok', value };
      },
    }),
  },
};
