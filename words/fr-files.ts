import type { DatabaseFault, PolicyFault, ValueFault } from '../main/storage/faults.ts';
import type { files as en } from './en-files.ts';
import type { Shape } from './shape.ts';

const VALUES: Readonly<Record<ValueFault, (than: string) => string>> = {
  text: () => 'doit être un texte',
  number: () => 'doit être un nombre',
  whole: () => 'doit être un nombre entier',
  'yes-no': () => 'doit être true ou false',
  list: () => 'doit être une liste',
  choice: (than) => `doit être l’un de ${than}`,
  least: (than) => `doit être ${than} ou plus`,
  most: (than) => `doit être ${than} ou moins`,
  empty: () => 'ne doit pas être vide',
  'too-long': () => 'est trop long',
  missing: () => 'manque',
  'unknown-key': () => 'n’est pas un réglage d’OnSite',
  url: () => 'doit être une adresse comme https://api.example.com',
  https: () => 'doit commencer par https:// (http:// est pour cet ordinateur seulement)',
  loopback: () => 'doit être une adresse de cet ordinateur, comme http://127.0.0.1:8400/',
  'host-name': () => 'doit être un nom d’hôte comme files.example.com',
  time: () => 'doit être une heure comme 17:30',
  other: () => 'ne peut pas être utilisé',
};

const place = (folder: string | null): string => (folder === null ? 'Le fichier' : `Son dossier ${folder}`);

/** Why a policy file is not used, as a sentence. */
function policyFault(fault: PolicyFault): string {
  switch (fault.code) {
    case 'setting':
      return `${fault.key} ${VALUES[fault.why](fault.than)}.`;
    case 'system-only':
      return `${fault.key} ne peut être que dans le fichier de stratégie du système.`;
    case 'no-settings':
      return 'Il ne contient aucun réglage. Ils se placent entre { et }.';
    case 'not-a-file':
      return 'Ce n’est pas un fichier ordinaire.';
    case 'too-large':
      return 'Il dépasse 1 MB.';
    case 'json':
      return fault.line === null
        ? 'Ce n’est pas du JSON valide.'
        : `Ce n’est pas du JSON valide, voir la ligne ${fault.line}.`;
    case 'foreign':
      return `${place(fault.folder)} appartient à un autre utilisateur. Il doit être à root ou à vous.`;
    case 'writable':
      return `${place(fault.folder)} peut être modifié par d’autres que son propriétaire. Utilisez chmod go-w.`;
    case 'unreadable':
      return `Lecture impossible : ${fault.detail}.`;
  }
}

function databaseFault(fault: DatabaseFault): string {
  switch (fault.code) {
    case 'missing':
      return 'il n’y a pas de base de données ici';
    case 'newer':
      return `écrite par un OnSite plus récent (schéma ${fault.schema})`;
    case 'damaged':
      return fault.detail;
  }
}

/** The faults of the app's files, in French. */
export const files: Shape<typeof en> = {
  policyFault,
  databaseFault,
  databaseNotSound: (fault) => `Endommagé : ${databaseFault(fault)}`,
};
