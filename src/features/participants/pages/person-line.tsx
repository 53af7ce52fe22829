import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { BETWEEN, Words } from '../../../ui/text.tsx'
import { DELEGATE } from '../../delegations/participants/model.ts'
import { sayPlaceIn } from '../../delegations/terms.print.ts'
import { styledName } from '../list.print.ts'
import type { Named } from '../model.ts'

/** A person in a list: name in its own script, in Latin letters, place and office. */
export function PersonLine({
  language,
  named,
  kind,
}: {
  language: Language
  named: Named
  kind: string
}) {
  const beside =
    kind === DELEGATE
      ? named.place === 'delegate'
        ? null
        : sayPlaceIn(language, named.place)
      : named.organisation
  return (
    <>
      <strong>
        <bdi>{styledName(named, language)}</bdi>
      </strong>
      {named.latinName && (
        <>
          {' '}
          <bdi dir="ltr">({named.latinName})</bdi>
        </>
      )}
      {beside && (
        <>
          {BETWEEN}
          <bdi>{beside}</bdi>
        </>
      )}
      {named.functions && (
        <>
          <br />
          <Words in={readingOf(named.functions, language)} language={language} />
        </>
      )}
    </>
  )
}
