import type en from './messages/en.json'
import { words } from './words.ts'

/** Hours, minutes and whatever else is counted, with the plural of each language. */
export const say = words<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
