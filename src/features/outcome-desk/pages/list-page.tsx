import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { DayOf, StateMark } from '../../outcome-documents/pages/marks.tsx'
import type { DocumentLine, PartyChoice } from '../../outcome-documents/shown.ts'
import { say } from '../words.ts'
import { BeginForm } from './settings.tsx'

/** The outcome documents of a conference, for those who draft them. */
export function ListPage({
  viewer,
  conference,
  zone,
  documents,
  listed,
}: {
  viewer: FormReader
  conference: string
  zone: string
  documents: readonly DocumentLine[]
  listed: readonly PartyChoice[]
}) {
  const { language } = viewer
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <Part id="documents">
        <Documents {...{ language, zone, documents }} base={`/${conference}/desk/outcome`} />
      </Part>
      <h2>{say(language, 'begin.title')}</h2>
      <BeginForm viewer={viewer} conference={conference} listed={listed} />
    </>
  )
}

/** A list of documents, each leading to its page below an address. */
export function Documents({
  language,
  zone,
  documents,
  base,
}: {
  language: Language
  zone: string
  documents: readonly DocumentLine[]
  base: string
}) {
  if (documents.length === 0) return <Empty>{say(language, 'documents.none')}</Empty>
  return (
    <ul>
      {documents.map(({ document, name, state, draft, deadline }) => (
        <li>
          <a href={hrefOf(language, `${base}/${document}`)}>{readingOf(name, language).value}</a>
          {' · '}
          <StateMark state={state} language={language} />
          {draft !== null && (
            <>
              {' · '}
              {say(language, 'draft', { number: draft })}
            </>
          )}
          {state === 'silence' && deadline && (
            <>
              {' · '}
              {say(language, 'deadline')} <DayOf at={deadline} language={language} zone={zone} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
