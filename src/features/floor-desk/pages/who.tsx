import type { Child } from 'hono/jsx'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import type { Language } from '../../../kernel/language.ts'
import { Bdi } from '../../../ui/text.tsx'
import { Nameplate } from '../../floor/pages/nameplate.tsx'
import type { Speech } from '../../floor/queue/floor.ts'
import { sayKind, sayTerm, sayWay } from '../../floor/terms.print.ts'
import type { DeskList } from '../facts.ts'
import { printedSpeaker } from '../names.print.ts'
import { say } from '../words.ts'
import type { Desk } from './desk-props.tsx'

interface Props {
  list: DeskList
  speech: Speech
  language: Language
}

/** Who speaks for a delegation; nothing where nobody is named. */
export function Person({ list, speech, language }: Props) {
  const person = printedSpeaker(list.speakers.get(speech.id), language)
  if (!person) return null
  return (
    <>
      <bdi>{person.name}</bdi>
      {person.latinName && (
        <>
          {' '}
          (<Bdi lang="en">{person.latinName}</Bdi>)
        </>
      )}
      {person.office && (
        <>
          {' · '}
          <Bdi lang={person.office.language}>{person.office.value}</Bdi>
        </>
      )}
      {person.unpublished && (
        <span class="mark">
          {person.name !== '' && ' · '}
          {say(language, 'unpublished')}
        </span>
      )}
    </>
  )
}

/** What is out of the ordinary about a speech: for whom, what it is, in which language and how. */
export function marksOf({ list, speech, language }: Props): string[] {
  const onBehalfOf = list.speakers.get(speech.id)?.onBehalfOf
  return [
    ...(speech.kind === 'single' ? [] : [sayKind(language, speech.kind)]),
    ...(onBehalfOf ? [`${sayTerm(language, 'on-behalf-of')} ${onBehalfOf}`] : []),
    ...(speech.language === null ? [] : [LANGUAGE_NAMES[speech.language]]),
    ...(speech.way === 'in-person' ? [] : [sayWay(language, speech.way)]),
  ]
}

/** Short remarks in one line: none of them is drawn into the direction of another. */
export const Marks = ({ of }: { of: readonly Child[] }) => (
  <>
    {of.map((mark, place) => (
      <>
        {place > 0 && ' · '}
        <bdi>{mark}</bdi>
      </>
    ))}
  </>
)

/** A delegation as its nameplate shows it, and whoever speaks for it. */
export function Plate({ desk, speech }: { desk: Desk; speech: Speech }) {
  const { list, language } = desk
  const marks = [...marksOf({ list, speech, language }), ...desk.beside(speech.id)]
  return (
    <>
      <p class="floor-plate">
        <Nameplate
          party={speech.party}
          of={{ parties: list.parties, day: list.session.day, language }}
        />
      </p>
      <p class="floor-person">
        <Person list={list} speech={speech} language={language} />
      </p>
      {marks.length > 0 && (
        <p class="floor-marks">
          <Marks of={marks} />
        </p>
      )}
    </>
  )
}
