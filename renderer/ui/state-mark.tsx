import type { Phase } from '../../preload/contract.ts';

const SHAPE: Readonly<Record<Phase, string>> = {
  'on site': 'on-site',
  travelling: 'travelling',
  paused: 'paused',
  over: 'off',
};

/** Filled dot on site, ring paused, arrow on the way, plain dot off. The word beside it says the same. */
export function StateMark({ phase }: { readonly phase: Phase }) {
  return <span class={`mark ${SHAPE[phase]}`} aria-hidden="true" />;
}
