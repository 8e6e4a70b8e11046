import { partOf } from '../ui/part.tsx';

/** Every other page and form, and the news. */
export const furtherPart = partOf(async () => {
  const further = await import('./further.ts');
  further.followProblems();
  return further;
});
