import { words } from '../../i18n/words.ts'
import type en from './messages/en.json'

/** What those read who draft an outcome document, propose, object and endorse. */
export const say = words<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
