import { words } from '../../i18n/words.ts'
import type en from './messages/en.json'

/** What is said about meetings of two delegations. */
export const say = words<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
