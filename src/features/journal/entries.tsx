import type { Language } from '../../kernel/language.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { Table } from '../../ui/table.tsx'
import { Moment } from '../administration/moment.tsx'
import { kindOfSubject, wordsOfDeed } from './deed.ts'
import { addressOf, type Entry, historyOf, type Scope, type Wish } from './model.ts'
import { say } from './words.ts'

/** How people and conferences are called, by what the journal calls them. */
export interface Called {
  /** By `account/0190…`; who is not there any more has no name. */
  people: ReadonlyMap<string, string>
  /** By their identifiers. */
  conferences: ReadonlyMap<string, string>
}

/** A word of ours, where there is one: deeds of other versions have none, and are shown as they are called. */
function wordFor(language: Language, key: `noun.${string}` | `verb.${string}`): string | null {
  try {
    return say(language, key as 'noun.pledge')
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** What was done, as a label of two words; null where there are no words for it. */
export function sayDeed(language: Language, action: string): string | null {
  const { noun, verb } = wordsOfDeed(action)
  const [what, done] = [wordFor(language, `noun.${noun}`), wordFor(language, `verb.${verb}`)]
  return what !== null && done !== null ? `${what}${say(language, 'colon')}${done}` : null
}

/** The kind of a record, in a word; null where there is none. */
export const sayKind = (language: Language, kind: string): string | null =>
  wordFor(language, `noun.${kind}`)

interface EntriesProps {
  language: Language
  scope: Scope
  entries: readonly Entry[]
  called: Called
  /** What is filtered now: a click adds to it. */
  wish: Wish | null
}

/** Entries of the journal, each with what was done, to what, by whom. The record of a history is not said again. */
export function Entries({ language, scope, entries, called, wish }: EntriesProps) {
  const show = (column: 'subject' | 'conference') =>
    column === 'subject' ? wish !== null : scope === null
  const columns = (['when', 'deed', 'subject', 'who', 'conference', 'seal'] as const).filter(
    (column) => (column === 'subject' || column === 'conference' ? show(column) : true),
  )
  return (
    <Table
      caption={<span class="sr-only">{say(language, 'journal')}</span>}
      columns={columns.map((column) => say(language, `column.${column}`))}
      rows={entries.map((entry) => {
        const cells = {
          when: <Moment language={language} at={entry.at} />,
          deed: <Deed language={language} scope={scope} wish={wish} action={entry.action} />,
          subject: <SubjectOf language={language} scope={scope} called={called} {...entry} />,
          who: <Who language={language} scope={scope} wish={wish} called={called} {...entry} />,
          conference: <Bdi>{entry.conference && called.conferences.get(entry.conference)}</Bdi>,
          seal: <SealOf language={language} {...entry} />,
        }
        return columns.map((column) => cells[column])
      })}
    />
  )
}

const Bdi = ({ children }: { children?: string | null | undefined }) =>
  children ? <bdi>{children}</bdi> : null

function Deed({
  language,
  scope,
  wish,
  action,
}: {
  language: Language
  scope: Scope
  wish: Wish | null
  action: string
}) {
  const words = sayDeed(language, action)
  const label = words === null ? <bdi class="code">{action}</bdi> : words
  if (wish === null) return <>{label}</>
  const address = addressOf(scope, { ...wish, action, area: null, before: null, after: null })
  return <a href={hrefOf(language, address)}>{label}</a>
}

function SubjectOf({
  language,
  scope,
  called,
  subject,
}: {
  language: Language
  scope: Scope
  called: Called
  subject: string
}) {
  const { kind, id } = kindOfSubject(subject)
  const name = called.people.get(subject)
  return (
    <>
      <a href={hrefOf(language, historyOf(scope, subject))}>
        {sayKind(language, kind) ?? <bdi class="code">{kind}</bdi>}
      </a>{' '}
      {name ? <bdi>{name}</bdi> : <bdi class="code break-all">{id}</bdi>}
    </>
  )
}

function Who({
  language,
  scope,
  wish,
  called,
  actor,
}: {
  language: Language
  scope: Scope
  wish: Wish | null
  called: Called
  actor: string
}) {
  const name = called.people.get(actor)
  const label = name === undefined ? sayActor(language, actor) : <bdi>{name}</bdi>
  if (wish === null || actor === 'anonymous/anonymous') return <>{label}</>
  const address = addressOf(scope, { ...wish, actor, who: '', before: null, after: null })
  return <a href={hrefOf(language, address)}>{label}</a>
}

/** Who acted, where no name is known. */
export function sayActor(language: Language, actor: string): string {
  switch (actor) {
    case 'system/loader':
      return say(language, 'actor.loader')
    case 'system/operator':
      return say(language, 'actor.operator')
    default:
      if (actor.startsWith('anonymous/')) return say(language, 'actor.anonymous')
      return say(language, actor.startsWith('account/') ? 'actor.gone' : 'actor.system')
  }
}

function SealOf({ language, seq, seal }: { language: Language } & Pick<Entry, 'seq' | 'seal'>) {
  return (
    <span class="mark" title={say(language, 'entry', { number: `${seq}` })}>
      {seal === null ? say(language, 'unsealed') : say(language, 'seal', { number: `${seal}` })}
    </span>
  )
}
