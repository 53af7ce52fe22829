import { words } from '../../../i18n/words.ts'
import type en from './messages/en.json'

/** What the texts of outcome documents are called where they are translated. */
export const say = words<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
