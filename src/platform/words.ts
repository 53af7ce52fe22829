import { words } from '../i18n/words.ts'
import type en from './messages/en.json'

/** The platform's own words: what it refuses, whatever feature was asked. */
export const say = words<keyof typeof en>(
  import.meta.glob('./messages/*.json', { eager: true, import: 'default' }),
)
