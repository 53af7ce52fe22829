import { words } from '../../i18n/words.ts'
import type en from './messages/en.json'

/** What is said where delegations and the secretariat work on offers and needs. */
export const say = words<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
