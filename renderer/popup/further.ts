/** All that the popup draws with but for a visit's page, the form without one, and what is around both. */
export { ByPhone } from '../ui/by-phone.tsx';
export { CrewChoice } from '../ui/crew-choice.tsx';
export { Ahead } from './ahead.tsx';
export { CrewForm } from './crew-form.tsx';
export { CrewList } from './crew-list.tsx';
export { ObstacleNote } from './found-trouble.tsx';
export { FurtherPage, titleOf } from './further-page.tsx';
export { WrongNumber } from './move-form.tsx';
export { News, newsHint } from './news.tsx';
export { followProblems } from './problem-order.ts';
export { UndoBar } from './undo-bar.tsx';
export { WithCrew } from './with-crew.tsx';
