import { sayPartialDay } from '../../../../i18n/days.ts'
import type { Language } from '../../../../kernel/language.ts'
import { QUANTITY_KINDS } from '../../../../kernel/quantity.ts'
import { readingOf, type Text } from '../../../../kernel/text.ts'
import type { EditionCategory } from '../../../capabilities/categories.model.ts'
import type { Outline } from '../../../conferences/outline.ts'
import { acronymIn, type Mission } from '../../../parties/missions.model.ts'
import type { Labels, PartyName } from '../../../parties/model.ts'
import type { Filter } from '../../find/wish.ts'
import { kindOf } from '../../find/wish.ts'
import { LEVELS, STAGES } from '../../history.model.ts'
import { CONDITIONS, LINKS } from '../../model.ts'
import { ROLES } from '../../shares.model.ts'
import { say } from '../../words.ts'

/** Everything that a filter can offer, by name; each in the order in which it is offered. */
export interface Offered {
  /** The facets that a listed pledge has: `party:KOR`. */
  facets: ReadonlySet<string>
  /** In the alphabet of the page. */
  parties: ReadonlyMap<string, { name: PartyName }>
  editions: ReadonlyMap<string, Pick<Outline, 'shortName'>>
  categories: readonly {
    conference: string
    categories: readonly Pick<EditionCategory, 'code' | 'names'>[]
  }[]
  capabilities: ReadonlyMap<string, Labels>
  themes: readonly { code: string; names: Text }[]
  missions: readonly Pick<Mission, 'acronym' | 'acronyms' | 'names'>[]
}

/** One value that a filter may take, in words. */
export interface Choice {
  value: string
  label: string
  /** How deep it stands in a tree. */
  depth?: number
  /** Under which heading it is offered. */
  group?: string
}

const inLanguage = (language: Language, text: Text) => readingOf(text, language).value

/** Every value that a filter knows, in words, in its order. */
function everyChoice(language: Language, filter: Filter, offered: Offered): Choice[] {
  const coded = <Key extends string>(values: readonly Key[], label: (value: Key) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  switch (filter) {
    case 'party':
    case 'beneficiary':
      return [...offered.parties].map(([value, { name }]) => ({ value, label: name.short }))
    case 'role':
      return coded(ROLES, (role) => say(language, `role.${role}`))
    case 'edition':
      return [
        ...[...offered.editions].map(([value, { shortName }]) => ({
          value,
          label: inLanguage(language, shortName),
        })),
        { value: 'none', label: say(language, 'no-edition') },
      ]
    case 'category':
      return offered.categories.flatMap(({ conference, categories }) => {
        const edition = offered.editions.get(conference)
        const group = edition ? inLanguage(language, edition.shortName) : conference
        return categories.map(({ code, names }) => ({ value: code, label: names[language], group }))
      })
    case 'capability':
      return [...offered.capabilities].map(([value, names]) => ({
        value,
        label: names[language],
        depth: value.split('.').length - 1,
      }))
    case 'mission':
      return offered.missions.map((mission) => ({
        value: mission.acronym,
        label: acronymIn(mission, language),
      }))
    case 'stage':
      return coded(STAGES, (stage) => say(language, `stage.${stage}`))
    case 'readiness':
      return coded(LEVELS, (level) => say(language, `level.${level}`))
    case 'condition':
      return coded(CONDITIONS, (kind) => say(language, `condition.${kind}`))
    case 'theme':
      return offered.themes.map(({ code, names }) => ({
        value: code,
        label: inLanguage(language, names),
      }))
    case 'quantity':
      return coded(QUANTITY_KINDS, (kind) => say(language, `quantity.${kind}`))
    case 'link':
      return coded(LINKS, (kind) => say(language, `link.${kind}`))
    case 'reported':
      return [
        ...yearsIn(offered).map((year) => ({ value: year, label: sayPartialDay(language, year) })),
        { value: 'none', label: say(language, 'last-report.none') },
      ]
    default:
      return []
  }
}

const yearsIn = ({ facets }: Offered): string[] =>
  [...facets]
    .flatMap((facet) => /^reported:(\d{4})$/.exec(facet)?.[1] ?? [])
    .sort()
    .reverse()

/** The values of a filter that a listed pledge has: nothing is offered that finds nothing. */
export const choicesOf = (language: Language, filter: Filter, offered: Offered): Choice[] =>
  everyChoice(language, filter, offered).filter(({ value }) =>
    offered.facets.has(`${kindOf(filter)}:${value}`),
  )

/** A value of a filter in words, also one that finds nothing; the code itself where nobody knows it. */
export const labelOf = (
  language: Language,
  filter: Filter,
  value: string,
  offered: Offered,
): string =>
  everyChoice(language, filter, offered).find((choice) => choice.value === value)?.label ?? value
