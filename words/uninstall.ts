import type { Language } from './language.ts';

/** The question of Windows' uninstaller. Yes keeps them. @param count of the reports that were not sent */
export const KEEP_VISITS: Readonly<Record<Language, (count: string) => string>> = {
  en: (count) => `Keep the visits on this computer? Reports that were not sent yet: ${count}`,
  es: (count) => `¿Conservar las visitas en esta computadora? Reportes que aún no se enviaron: ${count}`,
  fr: (count) => `Garder les visites sur cet ordinateur ? Pointages pas encore envoyés : ${count}`,
};
