import { words } from '../../i18n/words.ts'
import type en from './messages/en.json'

/** What is said about what is offered and sought. */
export const say = words<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
