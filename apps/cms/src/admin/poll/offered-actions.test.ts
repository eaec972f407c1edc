import { expect, test } from 'vitest';
import type { PollLook } from '../../api/poll-desk/domain/answers.ts';
import { offeredActions } from './offered-actions.ts';

const offered = (state: PollLook['desk']['state'], may: PollLook['may'], published = true) =>
  offeredActions({ desk: { state, published }, may });
const ALL = { steer: true, reset: true };

test('each state offers what makes sense in it', () => {
  expect(offered('upcoming', ALL)).toEqual(['extend', 'export']);
  expect(offered('upcoming', ALL, false)).toEqual(['export']);
  expect(offered('open', ALL)).toEqual(['close', 'extend', 'reset', 'export']);
  expect(offered('closed', ALL)).toEqual(['reset', 'export']);
  expect(offered('final', ALL)).toEqual(['export']);
});

test('nobody is offered what their role refuses', () => {
  expect(offered('open', { steer: false, reset: true })).toEqual(['reset', 'export']);
  expect(offered('open', { steer: true, reset: false })).toEqual(['close', 'extend', 'export']);
  expect(offered('open', { steer: false, reset: false })).toEqual(['export']);
});
