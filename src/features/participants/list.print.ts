import { compareIn } from '../../i18n/collation.ts'
import { directionOf, type Language } from '../../kernel/language.ts'
import { readingOf, type Text } from '../../kernel/text.ts'
import { DELEGATE } from '../delegations/participants/model.ts'
import { withStyle } from '../delegations/participants/styles.ts'
import { sayPlaceIn, sayRank } from '../delegations/terms.print.ts'
import { nameOn, type Party } from '../parties/model.ts'
import { type Group, groupsOf, type Line, type Named } from './model.ts'
import { say } from './words.ts'

/** What names of groups are found in: parties by code, forms by kind. */
export interface Directory {
  day: string
  parties: ReadonlyMap<string, Party>
  forms: ReadonlyMap<string, Text>
  /** Delegations in the order of the host. */
  order: readonly string[]
}

/** Who stands above their people in a list: a party by its name of that day, or a form. */
export function groupName(
  { party, kind }: Pick<Group, 'party' | 'kind'>,
  { parties, forms, day }: Directory,
  language: Language,
): string {
  if (party !== null) {
    const found = parties.get(party)
    return found ? nameOn(found, day, language).short : party
  }
  const form = forms.get(kind)
  return form ? readingOf(form, language).value : kind
}

/** A name as a list of a language prints it, with the style that was chosen for that language, if one was. */
export const styledName = ({ name, styles }: Pick<Named, 'name' | 'styles'>, language: Language) =>
  withStyle(language, styles[language], name)

export const grouped = (lines: readonly Line[], { order }: Directory, language: Language) =>
  groupsOf(lines, order as Parameters<typeof groupsOf>[1], compareIn(language))

const officeIn = ({ functions }: Named, language: Language) =>
  functions ? readingOf(functions, language) : null

/** Columns of the table that spreadsheets read, in the reader's language. */
export const columnsIn = (language: Language): string[] => [
  say(language, 'csv.order'),
  say(language, 'csv.code'),
  say(language, 'csv.party'),
  say(language, 'column.organisation'),
  say(language, 'column.place'),
  say(language, 'column.name'),
  say(language, 'csv.latin'),
  say(language, 'column.function'),
  say(language, 'csv.rank'),
]

/** A list as rows: whoever is only counted is in a row of their group, with the number in place of a name. */
export function rowsIn(lines: readonly Line[], directory: Directory, language: Language) {
  return grouped(lines, directory, language).flatMap((group, index) => {
    const of = [index + 1, group.party ?? '', groupName(group, directory, language)]
    const people = group.people.flatMap(({ named }) =>
      named
        ? [
            [
              ...of,
              named.organisation ?? '',
              group.kind === DELEGATE ? sayPlaceIn(language, named.place) : '',
              styledName(named, language),
              named.latinName ?? '',
              officeIn(named, language)?.value ?? '',
              group.kind === DELEGATE ? sayRank(language, named.rank) : '',
            ],
          ]
        : [],
    )
    const hidden = group.unnamed
      ? [[...of, '', '', say(language, 'unnamed', { count: group.unnamed }), '', '', '']]
      : []
    return [...people, ...hidden]
  })
}

const said = (text: string, lang: Language) => ({ text, lang, rtl: directionOf(lang) === 'rtl' })

/** A list on paper. */
export function paperOf(
  head: { title: string; conference: string; facts: readonly string[] },
  lines: readonly Line[],
  directory: Directory,
  language: Language,
) {
  return {
    ...head,
    language,
    rtl: directionOf(language) === 'rtl',
    groups: grouped(lines, directory, language).map((group) => ({
      name: groupName(group, directory, language),
      people: group.people.flatMap(({ named }) => {
        if (!named) return []
        const office = officeIn(named, language)
        return [
          {
            name: styledName(named, language),
            latin: named.latinName,
            office: office ? said(office.value, office.language) : null,
            beside:
              group.kind === DELEGATE
                ? named.place === 'delegate'
                  ? null
                  : sayPlaceIn(language, named.place)
                : named.organisation,
          },
        ]
      }),
      unnamed: group.unnamed ? say(language, 'unnamed', { count: group.unnamed }) : null,
    })),
  }
}
