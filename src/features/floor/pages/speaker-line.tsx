import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { BETWEEN, Words } from '../../../ui/text.tsx'
import { say as sayOfHouse } from '../../../ui/words.ts'
import { styledName } from '../../participants/list.print.ts'
import { nameOn, type Party } from '../../parties/model.ts'
import type { Speaker } from '../model.ts'
import type { SpeechId } from '../queue/deeds.ts'
import type { Speech } from '../queue/floor.ts'
import { say } from '../words.ts'

/** Whoever speaks, as far as a page needs to know: parties by code, and by speech who speaks and for whom. */
export interface Speakers {
  language: Language
  /** The day of the session: names are those of that day. */
  day: string
  parties: ReadonlyMap<PartyCode, Party>
  speakers: ReadonlyMap<SpeechId, { content: Speaker | null; onBehalfOf: string | null }>
}

/** The name of a party as a nameplate of that day bears it. */
export const nameplateOf = (
  { parties, day, language }: Pick<Speakers, 'parties' | 'day' | 'language'>,
  code: PartyCode,
): string => {
  const party = parties.get(code)
  return party ? nameOn(party, day, language).short : code
}

/** What is said of a speech beside the party's name: whatever is not the usual. */
export function remarksOn(language: Language, speech: Speech): string[] {
  const { kind, way } = speech
  return [
    ...(kind === 'single' ? [] : [say(language, `kind.${kind}`)]),
    ...(way === 'in-person' ? [] : [say(language, `way.${way}`)]),
  ]
}

/** The language that will be spoken, as a label. */
export const sayTongue = (language: Language, tongue: Language): string =>
  say(language, 'tongue', { tongue: sayOfHouse(language, `language.${tongue}`) })

/** For whom somebody speaks besides their own delegation. */
export function OnBehalfOf({ speech, of }: { speech: Speech; of: Speakers }) {
  const group = of.speakers.get(speech.id)?.onBehalfOf
  if (!group) return null
  return (
    <span class="speaker-behalf">
      {say(of.language, 'on-behalf-of')} <bdi>{group}</bdi>
    </span>
  )
}

/** The person who speaks, where they are named and do not ask not to be. */
export function SpeakerPerson({ speech, of }: { speech: Speech; of: Speakers }) {
  const person = of.speakers.get(speech.id)?.content
  if (!person || person.unpublished) return null
  return (
    <span class="speaker-person">
      <bdi>{styledName(person, of.language)}</bdi>
      {person.latinName && (
        <>
          {' '}
          <bdi dir="ltr">({person.latinName})</bdi>
        </>
      )}
      {person.functions && (
        <>
          {BETWEEN}
          <Words in={readingOf(person.functions, of.language)} language={of.language} />
        </>
      )}
    </span>
  )
}

/** A speech in a list: the party, for whom it speaks, who speaks, and what is not the usual about it. */
export function SpeakerLine({
  speech,
  of,
  tongue = false,
  named = true,
}: {
  speech: Speech
  of: Speakers
  /** Whether the language that will be spoken is told. */
  tongue?: boolean
  /** Whether the person is named. */
  named?: boolean
}) {
  const { language } = of
  const remarks = [
    ...remarksOn(language, speech),
    ...(tongue && speech.language ? [sayTongue(language, speech.language)] : []),
  ]
  return (
    <span class="speaker">
      <strong class="speaker-party">{nameplateOf(of, speech.party)}</strong>
      <OnBehalfOf speech={speech} of={of} />
      {named && <SpeakerPerson speech={speech} of={of} />}
      {remarks.length > 0 && <span class="speaker-remarks">{remarks.join(BETWEEN)}</span>}
    </span>
  )
}
