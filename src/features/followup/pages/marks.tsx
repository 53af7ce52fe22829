import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Bdi, Words } from '../../../ui/text.tsx'
import { nameOn, type Party } from '../../parties/model.ts'
import type { Point, SelfStage } from '../scale.model.ts'
import { say } from '../words.ts'

/** What every part of these pages needs. */
export interface Desk {
  language: Language
  parties: ReadonlyMap<PartyCode, Party>
  /** The day of the reader's visit, whose names stand where nothing else is known. */
  today: string
}

/** A party by its name of a day, leading to its page. */
export function PartyName({ desk, code, day }: { desk: Desk; code: PartyCode; day?: string }) {
  const party = desk.parties.get(code)
  return (
    <a href={hrefOf(desk.language, `/parties/${code}`)}>
      {party ? nameOn(party, day ?? desk.today, desk.language).short : <Bdi>{code}</Bdi>}
    </a>
  )
}

/** A label and what it labels, on a line of their own. */
export const Line = ({
  language,
  label,
  children,
}: {
  language: Language
  label: string
  children?: Child
}) => (
  <p class="label mb-1">
    {label}
    {say(language, 'colon')}
    {children}
  </p>
)

/** A word of a scale, in quotation marks, leading to what the codebook says of it. */
export const Coded = ({
  language,
  of,
}: {
  language: Language
  of: `point.${Point}` | `self.${SelfStage}`
}) => (
  <a href={`${hrefOf(language, '/codebook')}#${of.slice(of.indexOf('.') + 1)}`}>
    {say(language, 'quoted', { said: say(language, of) })}
  </a>
)

/** A text, marked unless it is our own in the reader's language. */
export function Said({ text, language }: { text: Text; language: Language }) {
  const reading = readingOf(text, language)
  const ours = reading.status === 'unofficial' && reading.language === language
  return <Words in={reading} language={language} mark={!ours} />
}

/** The day of an instant, by the clock of the record (UTC). */
export const dayOf = (instant: string): string => instant.slice(0, 10)

export const sayInstant = (language: Language, instant: string): string =>
  sayDay(language, dayOf(instant))
