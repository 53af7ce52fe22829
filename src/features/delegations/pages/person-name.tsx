import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { BETWEEN, Words } from '../../../ui/text.tsx'
import type { Participant } from '../participants/model.ts'
import { DELEGATE } from '../participants/model.ts'
import { say } from '../words.ts'

type Named = Pick<Participant, 'person' | 'kind'>

/** Somebody's name as they write it, and in Latin letters; whoever was erased has none. */
export function PersonName({ language, of: { person } }: { language: Language; of: Named }) {
  if (!person) return <em>{say(language, 'person.erased')}</em>
  return (
    <>
      <bdi>{person.name}</bdi>
      {person.latinName !== null && (
        <>
          {' '}
          <bdi dir="ltr">({person.latinName})</bdi>
        </>
      )}
    </>
  )
}

/** What somebody is: place and rank in a delegation, or their organisation; then their office. */
export function PersonOffice({
  language,
  of: { person, kind },
}: {
  language: Language
  of: Named
}) {
  if (!person) return null
  const isDelegate = kind === DELEGATE
  return (
    <>
      {isDelegate ? say(language, `place.${person.place}`) : <bdi>{person.organisation}</bdi>}
      {isDelegate && person.rank !== 'official' && (
        <>
          {BETWEEN}
          {say(language, `rank.${person.rank}`)}
        </>
      )}
      {person.functions && (
        <>
          {BETWEEN}
          <Words in={readingOf(person.functions, language)} language={language} />
        </>
      )}
    </>
  )
}
