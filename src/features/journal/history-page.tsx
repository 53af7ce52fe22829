import type { Language } from '../../kernel/language.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { Empty } from '../../ui/notices.tsx'
import { Part } from '../../ui/part.tsx'
import { kindOfSubject } from './deed.ts'
import { type Called, Entries, sayKind } from './entries.tsx'
import { Turning } from './journal-page.tsx'
import { addressOf, type Entry, historyOf, type Scope } from './model.ts'
import { say } from './words.ts'

export interface HistoryProps {
  language: Language
  scope: Scope
  subject: string
  entries: readonly Entry[]
  older: number | null
  newer: number | null
  called: Called
}

/** Everything that was done to one record. */
export function HistoryPage(props: HistoryProps) {
  const { language, scope, subject, called } = props
  const { kind, id } = kindOfSubject(subject)
  return (
    <>
      <p class="mark">
        <a href={hrefOf(language, addressOf(scope))}>{say(language, 'journal')}</a>
      </p>
      <h1>
        {say(language, 'history')}
        {say(language, 'colon')}
        {sayKind(language, kind) ?? kind}
      </h1>
      <p class="lead">{say(language, 'history.lead')}</p>
      <p>
        {called.people.get(subject) ? (
          <bdi>{called.people.get(subject)}</bdi>
        ) : (
          <bdi class="code break-all">{id}</bdi>
        )}
      </p>
      <Part id="history" class="mt-6">
        <History {...props} />
        <Turning
          {...props}
          to={(place) => {
            const query = new URLSearchParams(
              Object.entries(place).map(([name, value]) => [name, String(value)]),
            )
            return `${historyOf(scope, subject)}${query.size > 0 ? `?${query}` : ''}`
          }}
        />
      </Part>
      <p class="mark mt-6">{say(language, 'utc')}</p>
    </>
  )
}

/** Who did what to a record, as any page can show it. */
export function History({
  language,
  scope,
  entries,
  called,
}: Pick<HistoryProps, 'language' | 'scope' | 'entries' | 'called'>) {
  return entries.length === 0 ? (
    <Empty>{say(language, 'none')}</Empty>
  ) : (
    <Entries language={language} scope={scope} entries={entries} called={called} wish={null} />
  )
}
