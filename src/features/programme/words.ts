import { words } from '../../i18n/words.ts'
import type en from './messages/en.json'

/** What the programme says, and the cities by which it offers zones. */
export const say = words<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
