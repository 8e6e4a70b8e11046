import { WORDS, type Words } from '../../words/index.ts';
import { snapshot } from './snapshot.ts';

/** The words of the language in force. Call it where they are drawn: kept ones would stay in the language before. */
export const t = (): Words => WORDS[snapshot.value?.language ?? 'en'];
