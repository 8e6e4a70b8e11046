import type { Cause } from '../main/storage/faults.ts';
import type { start as en } from './en-start.ts';
import { list } from './fr-numbers.ts';
import { sinceTime } from './fr-times.ts';
import type { Shape } from './shape.ts';

/** Why OnSite cannot start. */
const FAULTS: Readonly<Record<Cause, (folder: string, reason: string) => string>> = {
  newer: (folder) =>
    `Les registres dans ${folder} ont été écrits par un OnSite plus récent. Ils sont laissés tels quels. Installez le dernier OnSite et relancez-le.`,
  full: (folder, reason) =>
    `Il n’y a plus de place pour les registres dans ${folder} (${reason}). Rien n’a été changé. Libérez de l’espace, puis relancez OnSite.`,
  denied: (folder, reason) =>
    `OnSite n’a pas le droit de lire et d’écrire ses registres dans ${folder} (${reason}). Rien n’a été changé. Donnez ce droit, puis relancez OnSite.`,
  locked: (folder, reason) =>
    `Un autre programme occupe les registres dans ${folder} (${reason}). Rien n’a été changé. Fermez ce programme ou attendez qu’il ait fini, puis relancez OnSite.`,
  damaged: (folder, reason) =>
    `Les registres dans ${folder} sont endommagés et ne peuvent pas être mis à part (${reason}). Ils sont laissés tels quels. Montrez ce texte à votre bureau.`,
  other: (folder, reason) =>
    `Un problème qu’OnSite ne connaît pas est survenu (${reason}). Les registres dans ${folder} sont laissés tels quels. Relancez OnSite ; si cela revient, montrez ce texte à votre bureau.`,
};

/** The words of an app that cannot start, in French. */
export const start: Shape<typeof en> = {
  openNeedsNumber: 'onsite open a besoin du numéro d’un bon de travail, par exemple : onsite open 107002896',
  notRunning: 'OnSite n’est pas ouvert.',
  statusSince: sinceTime,
  cannotStart: 'OnSite ne peut pas démarrer',
  refusedSwitches: (names) =>
    `Il a été lancé avec ${list(names)}, ce qui ouvrirait votre session à d’autres programmes. Rien n’a été lu ni envoyé. Lancez OnSite sans cela, ou demandez à votre bureau.`,
  heldElsewhere: (computer, pid, path) =>
    `OnSite fonctionne sur l’ordinateur ${computer} avec les mêmes registres (processus ${pid}). Quittez-le là-bas, puis relancez OnSite. S’il n’y fonctionne plus, supprimez d’abord le fichier ${path}.`,
  startFault: (fault, folder, reason) => FAULTS[fault](folder, reason),
};
