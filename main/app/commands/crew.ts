import type { Core } from '../../core.ts';
import { ROWS_A_PAGE } from '../../servicechannel/client.ts';
import { readPages } from '../../servicechannel/pages.ts';
import type { CompanyUser } from '../../servicechannel/users.ts';
import { whoseIs } from '../../servicechannel/who.ts';
import { answerError, SIGNED_OUT } from './results.ts';
import type { Handlers } from './types.ts';

type CrewHandlers = Pick<Handlers, Extract<keyof Handlers, `crew:${string}`>>;

/** As many colleagues as a list takes. */
const MOST_COLLEAGUES = 200;
/** A page may have entries that are no colleagues. */
const MOST_PAGES = 40;

/** Colleagues and others, as ServiceChannel knows them. */
export function crewHandlers({ session }: Pick<Core, 'session'>): CrewHandlers {
  return {
    'crew:still-there': async ({ workOrderId }) => {
      const { sender } = session;
      if (!sender) return SIGNED_OUT;
      const answer = await sender.client.workActivities(workOrderId);
      if (answer.kind !== 'ok') return { ok: false, error: answerError(answer) };
      const open = answer.value.filter(({ timeIn, timeOut }) => timeIn !== null && timeOut === null);
      const others = open.filter((each) => whoseIs(each, sender) !== 'us');
      return { ok: true, value: others.map(({ userId, userName }) => ({ userId, userName })) };
    },
    'crew:find': async () => {
      const { sender } = session;
      if (!sender) return SIGNED_OUT;
      const found: CompanyUser[] = [];
      const read = await readPages(
        MOST_PAGES,
        (page) => sender.client.users(page * ROWS_A_PAGE),
        ({ users, rows }) => {
          found.push(...users);
          return rows < ROWS_A_PAGE || found.length >= MOST_COLLEAGUES;
        },
      );
      if (read.kind !== 'ok') return { ok: false, error: answerError(read) };
      const others = found.filter(({ userId }) => userId !== sender.userId);
      return { ok: true, value: others.slice(0, MOST_COLLEAGUES) };
    },
  };
}
