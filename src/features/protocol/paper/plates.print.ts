import { directionOf, type Language } from '../../../kernel/language.ts'
import { nameOn, type Party } from '../../parties/model.ts'

/** Which names stand on a plate, from the largest. */
export interface PlateWish {
  languages: readonly Language[]
  form: 'short' | 'formal'
}

/** Plates for delegations in their order, as the template wants them. */
export function plates(
  title: string,
  parties: readonly Party[],
  day: string,
  { languages, form }: PlateWish,
) {
  return {
    title,
    author: 'Plenum',
    plates: parties.map((party) => ({
      names: languages.map((language) => ({
        text: nameOn(party, day, language)[form],
        language,
        direction: directionOf(language),
      })),
    })),
  }
}
