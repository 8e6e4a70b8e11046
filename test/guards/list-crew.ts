import { type Guard, guards } from './guard.ts';

/** Guards of a crew's reports, each its technician's own; and of the packages. */
export const CREW_GUARDS: readonly Guard[] = [
  ...guards('main/outbox/look-first.ts', 'main/outbox/crew.test.ts', [
    [
      'a colleague’s check-in is looked for first',
      'D 5',
      'if (!isOwn(visit)) return lookAtOrder(reader, { visit, report }, who, state, now);',
      '',
    ],
  ]),
  ...guards('main/servicechannel/who.ts', 'main/outbox/crew.test.ts', [
    [
      'a name that nobody knows proves nothing',
      'D 5',
      'name !== undefined && who.userNames.length > 0',
      'name !== undefined',
    ],
  ]),
  ...guards('main/visit/acts.ts', 'main/visit/crew.test.ts', [
    [
      'one user is on site at one place',
      'D 5',
      'if (isReportedByAnother(state, owner, technician))',
      'if (mine.length < 0)',
    ],
  ]),
  ...guards('main/visit/repairs.ts', 'main/visit/crew.test.ts', [
    ['a colleague’s hours are not ours', 'D 5', 'own && isOwn(visit) && reason', 'own && reason'],
  ]),
  ...guards('build/supply/lock.ts', 'build/supply.test.ts', [
    ['packages are vouched for', 'D 9', "!SHA512.test(integrity ?? '')", "integrity === '0'"],
    ['install scripts are decided about', 'D 9', '!(name in allowScripts)', 'name === allowScripts[0]'],
  ]),
];
