import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import { HouseMenu } from '../house-menu.tsx'
import { Moment } from '../moment.tsx'
import { say } from '../words.ts'
import { addressOf, STATES, type State, type Wish } from './model.ts'

/** A letter as the list shows it. */
export interface ShownLine {
  id: string
  address: string
  name: string | null
  subject: string
  language: Language
  state: State
  trouble: string | null
  keptAt: Temporal.Instant
}

export interface OutboxProps {
  viewer: FormReader
  wish: Wish
  lines: readonly ShownLine[]
  /** How many match the wish, and how many there are in each state. */
  count: number
  counts: Readonly<Record<State, number>>
  pages: number
  /** Whether letters leave, and as whose. */
  sendsMail: boolean
  from: string | null
  /** How many were given up because of a server. */
  givenUp: number
}

/** Every letter of the instance, the newest first. */
export function OutboxPage(props: OutboxProps) {
  const { viewer, wish, lines, count, sendsMail, givenUp } = props
  const { language } = viewer
  return (
    <>
      <h1>{say(language, 'mail')}</h1>
      <p class="lead">{say(language, 'mail.lead')}</p>
      <HouseMenu language={language} here="/administration/mail" />
      <Server {...props} />
      {sendsMail && givenUp > 0 && (
        <Notice tone="warning">
          <p>{say(language, 'given-up', { count: givenUp })}</p>
          <Deed
            viewer={viewer}
            command="administration.send-all-again"
            then={addressOf(wish)}
            label={say(language, 'send-all-again')}
          />
        </Notice>
      )}
      <Filter language={language} wish={wish} counts={props.counts} />
      <Part id="letters">
        <p class="mt-6 mb-2" role="status">
          {say(language, 'count', { count })}
        </p>
        {lines.length === 0 ? (
          <Empty>{say(language, 'none')}</Empty>
        ) : (
          <Letters language={language} lines={lines} />
        )}
        <Paging language={language} wish={wish} pages={props.pages} />
      </Part>
    </>
  )
}

/** Whether letters leave: without a server a plain notice says so, before anybody waits for one. */
function Server({ viewer: { language }, sendsMail, from }: OutboxProps) {
  if (!sendsMail) {
    return (
      <Notice tone="warning">
        <p>{say(language, 'no-server')}</p>
      </Notice>
    )
  }
  if (from === null) return null
  return (
    <p class="mark">
      {say(language, 'from')}
      {say(language, 'colon')}
      <bdi>{from}</bdi>
    </p>
  )
}

function Letters({ language, lines }: { language: Language; lines: readonly ShownLine[] }) {
  return (
    <Table
      caption={<span class="sr-only">{say(language, 'mail')}</span>}
      columns={[
        say(language, 'column.to'),
        say(language, 'column.subject'),
        say(language, 'column.state'),
        say(language, 'column.written'),
      ]}
      rows={lines.map((line) => [
        <To name={line.name} address={line.address} />,
        <a href={hrefOf(language, `/administration/mail/${line.id}`)}>
          <bdi lang={line.language}>{line.subject}</bdi>
        </a>,
        <StateOf language={language} state={line.state} trouble={line.trouble} />,
        <Moment language={language} at={line.keptAt} />,
      ])}
    />
  )
}

/** A recipient: the name, and below it the address. */
function To({ name, address }: { name: string | null; address: string }) {
  return (
    <span class="letter-to">
      {name !== null && (
        <>
          <bdi>{name}</bdi>
          <br />
        </>
      )}
      <bdi class={name === null ? undefined : 'mark'}>{address}</bdi>
    </span>
  )
}

/** What became of a letter, and why not. */
export function StateOf({
  language,
  state,
  trouble,
}: {
  language: Language
  state: State
  trouble: string | null
}) {
  return (
    <>
      <span class={`letter-${state}`}>{say(language, `state.${state}`)}</span>
      {trouble !== null && (
        <>
          <br />
          <small>{say(language, `trouble.${trouble as 'refused'}`)}</small>
        </>
      )}
    </>
  )
}

function Filter({
  language,
  wish,
  counts,
}: Pick<OutboxProps, 'wish' | 'counts'> & { language: Language }) {
  return (
    <form method="get" class="mt-6 flex flex-wrap items-end gap-x-6 gap-y-3">
      <label class="grid gap-1">
        {say(language, 'filter.search')}
        <input type="search" name="q" value={wish.q} maxlength={80} />
      </label>
      <label class="grid gap-1">
        {say(language, 'column.state')}
        <select name="state">
          <option value="">{say(language, 'filter.all')}</option>
          {STATES.map((state) => (
            <option value={state} selected={state === wish.state}>
              {say(language, `state.${state}`)} ({counts[state]})
            </option>
          ))}
        </select>
      </label>
      <button class="btn mb-0" type="submit">
        {say(language, 'filter.show')}
      </button>
    </form>
  )
}

function Paging({
  language,
  wish,
  pages,
}: Pick<OutboxProps, 'wish' | 'pages'> & { language: Language }) {
  if (pages <= 1) return null
  const to = (page: number) => hrefOf(language, addressOf({ ...wish, page }))
  return (
    <nav class="mt-8 flex flex-wrap gap-x-6" aria-label={say(language, 'pages')}>
      {wish.page > 1 && (
        <a href={to(wish.page - 1)} rel="prev">
          {say(language, 'previous')}
        </a>
      )}
      <span>{say(language, 'page-of', { page: `${wish.page}`, pages: `${pages}` })}</span>
      {wish.page < pages && (
        <a href={to(wish.page + 1)} rel="next">
          {say(language, 'next')}
        </a>
      )}
    </nav>
  )
}
