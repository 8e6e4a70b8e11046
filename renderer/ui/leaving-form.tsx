import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { stretchesUpTo, timeOf } from '../../main/visit/totals.ts';
import type { Result, VisitView } from '../../preload/contract.ts';
import { timeText, whenText, wholeMinutes } from '../../words/times.ts';
import { useAct } from './act.ts';
import { aheadOf } from './ahead.ts';
import { ErrorLine } from './alert.tsx';
import { Button } from './button.tsx';
import { ByPhone } from './by-phone.tsx';
import { now } from './clock.ts';
import { aboutTime } from './command-error.ts';
import { alongOn } from './crew.ts';
import { useEscape } from './escape.ts';
import type { FilledStatus, LeavingDraft } from './leaving-draft.ts';
import { Page } from './page.tsx';
import { locale, send } from './snapshot.ts';
import { StatusFields, useLeaving } from './status-fields.tsx';
import { StillThere } from './still-there.tsx';
import { localTime, withTime } from './time-draft.ts';
import { EarlierButton, TimeField } from './time-field.tsx';
import { TimedName, timedDescription } from './timed-name.tsx';
import { t } from './words.ts';

/** `1 h 42 min, 9:14–12:03`: what the resolution is about. */
export function stayHint(visit: VisitView): string {
  const at = now.peek();
  const onSite = timeOf(stretchesUpTo(visit, at), 'on site');
  const from = whenText(visit.since.ms, at, locale.value);
  const to = timeText(visit.pausedAt?.ms ?? at, locale.value);
  return t().resolutionHint(t().duration(wholeMinutes(onSite)), t().range(from, to));
}

/** Ctrl+Enter, on macOS Cmd+Enter, presses the last button from wherever the focus is in the form. */
function useSubmitKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      const page = event.target instanceof Element ? event.target.closest('.page-and-bar') : null;
      page?.querySelector<HTMLElement>('.bar button[type="submit"]')?.click();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

interface Props {
  readonly visit: VisitView;
  readonly draft: LeavingDraft;
  readonly onChange: (part: Partial<LeavingDraft>) => void;
  /** Sends what was chosen; `at` is its instant (ms), null for now. */
  readonly onLeave: (leaving: FilledStatus, at: number | null) => Promise<Result>;
  readonly onDone: () => void;
  readonly onBack: () => void;
  readonly openedBy: string;
  /** `Check out`, or `Set status` of a visit that is paused: its time is then no question. */
  readonly finish?: boolean;
  /** A time that is offered beside `Earlier…`, ms. */
  readonly offered?: number | null;
  /** The content above the form. */
  readonly children?: ComponentChildren;
}

/** Checking out, or finishing a paused visit: how the work order stands now. */
export function LeavingForm(props: Props) {
  const { visit, draft, finish = false, offered = null } = props;
  const acting = useAct();
  useEffect(() => void send('checked-out:leaving', null), []);
  const choice = useLeaving(visit, draft, finish);
  const ahead = finish ? null : aheadOf(visit);
  useEscape(props.onBack);
  useSubmitKey();
  const change: Props['onChange'] = (part) => {
    props.onChange(part);
    acting.clear();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const { leaving } = choice;
    if (!leaving) return;
    const leave = () =>
      ahead ? props.onLeave(leaving, ahead.ms) : withTime(draft.time, (at) => props.onLeave(leaving, at));
    void acting.run('leave', leave, props.onDone);
  };
  const timeError = draft.time.open && aboutTime(acting.error) ? acting.error : null;
  const offer = (ms: number) => change({ time: { ...localTime(ms), open: true } });
  const name = finish ? t().setStatus : t().checkOut;
  return (
    <Page
      onSubmit={submit}
      openedBy={props.openedBy}
      sheet={
        <>
          {!finish && !ahead && (
            <TimeField
              label={t().leftAt}
              draft={draft.time}
              onChange={(time) => change({ time })}
              error={timeError}
            />
          )}
          <ErrorLine error={timeError ? null : acting.error} />
        </>
      }
      bar={
        <>
          <div class="buttons">
            <Button onClick={props.onBack}>{t().back}</Button>
            <Button
              look="primary"
              submit
              act="leave"
              disabled={!draft.primaryStatus}
              description={timedDescription(name, draft.time)}
            >
              <TimedName name={name} draft={draft.time} />
            </Button>
          </div>
          {!finish && !ahead && (
            <div class="links">
              {offered !== null && (
                <Button look="link" onClick={() => offer(offered)}>
                  {t().leftAtTime(whenText(offered, now.peek(), locale.value))}
                </Button>
              )}
              <EarlierButton draft={draft.time} onChange={(time) => change({ time })} />
            </div>
          )}
        </>
      }
    >
      {props.children}
      {visit.byPhone && <ByPhone visit={visit} status={draft.primaryStatus} />}
      <StatusFields
        workOrderId={visit.workOrderId}
        draft={draft}
        choice={choice}
        onChange={change}
        hint={stayHint(visit)}
        first
      />
      {draft.primaryStatus === 'Completed' && (
        <StillThere
          workOrderId={visit.workOrderId}
          leaving={finish ? [] : alongOn(visit.workOrderId, draft)}
        />
      )}
      {ahead && <p class="asking">{t().leavesAt(whenText(ahead.ms, now.peek(), locale.value))}</p>}
    </Page>
  );
}
