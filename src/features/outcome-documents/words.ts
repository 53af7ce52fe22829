import { words } from '../../i18n/words.ts'
import type en from './messages/en.json'

/** What is said of communiqués and declarations, from the first draft to the last endorsement. */
export const say = words<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
