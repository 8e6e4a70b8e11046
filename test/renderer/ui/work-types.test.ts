import { expect, test } from 'vitest';
import { otherTypes, workTypeText } from '../../../renderer/ui/work-types.ts';

test('a work type is called as its subscriber calls it, else by our word or its number', () => {
  expect(workTypeText(1, 'Service call')).toBe('Service call');
  expect([workTypeText(1), workTypeText(2), workTypeText(6)]).toEqual(['Repair', 'Travel', 'Type 6']);
});

test('the types to choose from have Repair and the check-in’s own', () => {
  const named = [{ id: 5, name: 'Survey' }];
  expect(otherTypes(named, 6).map(({ name }) => name)).toEqual(['Repair', 'Survey', 'Type 6']);
  expect(otherTypes(named, 5).map(({ name }) => name)).toEqual(['Repair', 'Survey']);
});
