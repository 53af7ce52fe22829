import type { Language } from '../../../kernel/language.ts'
import { nameOn, type Party } from '../../parties/model.ts'
import type { Officer } from '../model.ts'

/** What every part of these pages needs. */
export interface Desk {
  language: Language
  conference: string
  /** The day whose names stand on the page. */
  day: string
  parties: ReadonlyMap<string, Party>
  officers: readonly Officer[]
}

/** A party by the name of the day. */
export function partyName({ parties, language, day }: Desk, code: string): string {
  const party = parties.get(code)
  return party ? nameOn(party, day, language).short : code
}

/** Somebody who comes, as a list of the desk names them. */
export interface Guest {
  id: string
  party: string | null
  name: string
}
