import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { say } from '../words.ts'
import { letterOf, ORGANISATION } from './example.ts'

/** What an invented party is called: «State A». */
export const sayInvented = (language: Language, party: PartyCode): string =>
  say(language, party === ORGANISATION ? 'example.organisation' : 'example.state', {
    letter: letterOf(party),
  })
