import type { DoctorView, Notice, SettingsView } from '../../preload/contract.ts';
import { OWN_SETTINGS, type SettingName } from '../../preload/contract.ts';

export interface DiagnosticsSource {
  readonly versions: { readonly [name: string]: string | undefined };
  readonly platform: string;
  readonly settings: SettingsView;
  readonly notices: readonly Notice[];
  readonly doctor: DoctorView;
  /** Server minus computer, ms. */
  readonly clockDifference: number;
  /** ms; null while there is a connection. */
  readonly offlineSince: number | null;
  readonly inTray: boolean;
}

/** People and clients are named in these. */
const PRIVATE: ReadonlySet<SettingName> = new Set(['technicians', 'clientDisputeMinutes', 'clientId']);

function recordText({ fault }: DoctorView): string {
  switch (fault?.code) {
    case undefined:
      return 'sound';
    case 'damaged':
      return `damaged: ${fault.detail}`;
    case 'newer':
      return `newer, schema ${fault.schema}`;
    case 'missing':
      return fault.code;
  }
}

/**
 * Facts for the support of OnSite, as `name: value` lines for a mail: names of code, not words for people. No secret, no
 * name, no number of a work order, no text of a person.
 */
export function diagnosticsOf(source: DiagnosticsSource): string {
  const { versions, settings, notices, doctor, offlineSince } = source;
  const own = OWN_SETTINGS.filter((key) => !PRIVATE.has(key)).map((key) => {
    const { value, locked } = settings[key];
    return `${key}: ${JSON.stringify(value)}${locked ? ' (policy)' : ''}`;
  });
  return [
    `platform: ${source.platform}`,
    ...['electron', 'node'].map((name) => `${name}: ${versions[name] ?? '-'}`),
    `tray: ${source.inTray}`,
    `clock difference: ${source.clockDifference} ms`,
    `offline since: ${offlineSince === null ? '-' : new Date(offlineSince).toISOString()}`,
    `record: ${recordText(doctor)}, ${doctor.waiting} waiting, ${doctor.undecided} to decide`,
    `notices: ${notices.map(({ code }) => code).join(', ') || '-'}`,
    ...own,
  ].join('\n');
}
