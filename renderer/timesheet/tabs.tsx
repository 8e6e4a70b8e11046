import type { TargetedKeyboardEvent } from 'preact';
import { t } from '../ui/words.ts';

export const TABS = ['days', 'invoice', 'proof'] as const;
export type Tab = (typeof TABS)[number];

/** The id of a tab's panel. */
export const panelId = (tab: Tab): string => `panel-${tab}`;
const tabId = (tab: Tab): string => `tab-${tab}`;

interface Props {
  readonly chosen: Tab;
  readonly onChoose: (tab: Tab) => void;
}

/** The views of a week. The arrows go from one to the next, as in every list of tabs. */
export function Tabs({ chosen, onChoose }: Props) {
  const step = (by: number) => {
    const next = TABS[(TABS.indexOf(chosen) + by + TABS.length) % TABS.length];
    if (!next) return;
    onChoose(next);
    document.getElementById(tabId(next))?.focus();
  };
  const onKeyDown = ({ key }: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (key === 'ArrowRight') step(1);
    else if (key === 'ArrowLeft') step(-1);
  };
  return (
    <div class="tabs" role="tablist" onKeyDown={onKeyDown}>
      {TABS.map((tab) => (
        <button
          key={tab}
          id={tabId(tab)}
          type="button"
          role="tab"
          class="tab"
          aria-selected={tab === chosen}
          aria-controls={tab === chosen ? panelId(tab) : undefined}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {t().sheet.tabs[tab]}
        </button>
      ))}
    </div>
  );
}
