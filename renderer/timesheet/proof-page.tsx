import type { DeliveryRow, ProofPair, ProofView } from '../../preload/contract.ts';
import { exactDateTimeText } from '../../words/dates.ts';
import { locale } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';
import { workTypeText } from '../ui/work-types.ts';
import { datedStay, SECONDS } from './stay-text.ts';
import { Trail } from './trail.tsx';

const when = (ms: number): string => exactDateTimeText(ms, locale.value);

const idText = (ids: ProofPair['mechanicIds']): string =>
  [...new Set(ids.filter((id) => id !== null))].join(', ');

function Clicks({ of: [into, out] }: { readonly of: ProofPair['clickedAt'] }) {
  const words = t().sheet;
  const said = [
    into === null ? null : words.clickedAt(words.checkIn, when(into)),
    out === null ? null : words.clickedAt(words.checkOut, when(out)),
  ];
  return (
    <>
      {said.map(
        (text) =>
          text && (
            <p class="soft" key={text}>
              {text}
            </p>
          ),
      )}
    </>
  );
}

function PairRow({ of }: { readonly of: ProofPair }) {
  const words = t().sheet;
  return (
    <tr>
      <td>
        {workTypeText(of.workTypeId, of.workTypeName)}
        <p class="soft">{words.leftAs(of.leftAs)}</p>
        {of.resolution && <p class="proof-text">{of.resolution}</p>}
      </td>
      <td>
        {datedStay(of.here, SECONDS)}
        <Clicks of={of.clickedAt} />
        <Trail of={of} as={SECONDS} />
      </td>
      <td>
        {of.comparedAt === null ? words.notComparedYet : datedStay(of.there, SECONDS)}
        {of.comparedAt !== null && <p class="soft">{words.comparedAt(when(of.comparedAt))}</p>}
      </td>
      <td>{idText(of.mechanicIds)}</td>
    </tr>
  );
}

function ReportItem({ of }: { readonly of: DeliveryRow }) {
  return (
    <li>
      <p>
        <time>{when(of.at.ms)}</time> {t().report(of)} ·{' '}
        {t().deliveryState(of, of.recordedAt === null ? null : when(of.recordedAt))}
      </p>
      <ol class="soft">
        {of.lines.map(({ at, what }, index) => (
          <li key={index}>
            <time>{when(at)}</time> {t().journal(what)}
          </li>
        ))}
      </ol>
    </li>
  );
}

interface Props {
  readonly of: ProofView;
  /** When it was made, in words. */
  readonly madeAt: string;
}

/** The page for the day when a client disputes an invoice. */
export function ProofPage({ of, madeAt }: Props) {
  const words = t().sheet;
  const place = [of.store, of.address, of.subscriber].filter(Boolean).join(' · ');
  return (
    <article class="proof">
      <h2>{words.proofOf(of.workOrderId)}</h2>
      {place && <p>{place}</p>}
      <p>{words.technicianIs(of.technician)}</p>
      <p class="soft">{words.madeAt(madeAt)}</p>
      <table class="sheet-table" aria-label={words.beside}>
        <thead>
          <tr>
            <th scope="col">{t().workType}</th>
            <th scope="col">{words.here}</th>
            <th scope="col">{words.there}</th>
            <th scope="col">{words.mechanicIds}</th>
          </tr>
        </thead>
        <tbody>
          {of.pairs.map((pair) => (
            <PairRow key={pair.pairId} of={pair} />
          ))}
        </tbody>
      </table>
      {of.onlyThere.length > 0 && (
        <>
          <h3>{words.onlyThere}</h3>
          <ul>
            {of.onlyThere.map((stay) => (
              <li key={stay.from}>{datedStay(stay, SECONDS)}</li>
            ))}
          </ul>
        </>
      )}
      {of.notes.length > 0 && (
        <>
          <h3>{words.notesSent}</h3>
          <ul>
            {of.notes.map(({ at, text, sent }) => (
              <li key={`${at} ${text}`}>
                <p class="soft">{words.noteAt(when(at), sent)}</p>
                <p class="proof-text">{text}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{words.whatHappened}</h3>
      <ol class="proof-reports">
        {of.reports.map((report) => (
          <ReportItem key={report.reportId} of={report} />
        ))}
      </ol>
    </article>
  );
}
