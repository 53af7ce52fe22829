import type { Language } from '../../kernel/language.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { Empty } from '../../ui/notices.tsx'
import { Part } from '../../ui/part.tsx'
import { HouseMenu } from '../administration/house-menu.tsx'
import { AREAS } from './deed.ts'
import { type Called, Entries, sayActor, sayDeed, sayKind } from './entries.tsx'
import { addressOf, type Entry, type Scope, type Wish } from './model.ts'
import { say } from './words.ts'

export interface JournalProps {
  language: Language
  scope: Scope
  wish: Wish
  entries: readonly Entry[]
  older: number | null
  newer: number | null
  called: Called
}

/** Who did what, and when. */
export function JournalPage(props: JournalProps) {
  const { language, scope, wish, entries } = props
  return (
    <>
      <h1>{say(language, 'journal')}</h1>
      <p class="lead">{say(language, 'journal.lead')}</p>
      {scope === null && (
        <>
          <HouseMenu language={language} here="/administration/journal" />
          <p class="mt-6">
            <a class="btn" href={hrefOf(language, '/administration/journal/verify')}>
              {say(language, 'verify')}
            </a>
          </p>
        </>
      )}
      <Filter {...props} />
      <Chosen {...props} />
      <Part id="entries" class="mt-6">
        {entries.length === 0 ? (
          <Empty>{say(language, 'none')}</Empty>
        ) : (
          <Entries
            language={language}
            scope={scope}
            entries={entries}
            called={props.called}
            wish={wish}
          />
        )}
        <Turning
          {...props}
          to={(place) => addressOf(scope, { ...wish, before: null, after: null, ...place })}
        />
      </Part>
      <p class="mark mt-6">{say(language, 'utc')}</p>
    </>
  )
}

function Filter({ language, scope, wish, called }: JournalProps) {
  return (
    <form
      method="get"
      action={hrefOf(language, addressOf(scope))}
      class="mt-6 flex flex-wrap items-end gap-x-6 gap-y-3"
    >
      <label class="grid min-w-0 max-w-full gap-1">
        {say(language, 'filter.who')}
        <input type="search" name="who" value={wish.who} maxlength={80} />
      </label>
      <label class="grid min-w-0 max-w-full gap-1">
        {say(language, 'filter.area')}
        <select name="area">
          <option value="">{say(language, 'filter.all')}</option>
          {Object.entries(AREAS).map(([area, noun]) => (
            <option value={area} selected={area === wish.area}>
              {sayKind(language, noun)}
            </option>
          ))}
        </select>
      </label>
      {scope === null && called.conferences.size > 0 && (
        <label class="grid min-w-0 max-w-full gap-1">
          {say(language, 'column.conference')}
          <select name="conference" class="w-full">
            <option value="">{say(language, 'filter.all')}</option>
            {[...called.conferences].map(([id, name]) => (
              <option value={id} selected={id === wish.conference}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="grid min-w-0 max-w-full gap-1">
        {say(language, 'filter.subject')}
        <input type="search" name="subject" value={wish.subject ?? ''} maxlength={200} dir="ltr" />
      </label>
      <label class="grid min-w-0 max-w-full gap-1">
        {say(language, 'filter.from')}
        <input type="date" name="from" value={wish.from ?? ''} />
      </label>
      <label class="grid min-w-0 max-w-full gap-1">
        {say(language, 'filter.until')}
        <input type="date" name="until" value={wish.until ?? ''} />
      </label>
      {/* What was chosen by a click stays chosen. */}
      {wish.action !== null && <input type="hidden" name="action" value={wish.action} />}
      {wish.actor !== null && <input type="hidden" name="actor" value={wish.actor} />}
      <button class="btn" type="submit">
        {say(language, 'filter.show')}
      </button>
    </form>
  )
}

/** What was chosen by a click, and how to let it go again. */
function Chosen({ language, scope, wish, called }: JournalProps) {
  const { action, actor } = wish
  const without = (less: Partial<Wish>) =>
    hrefOf(language, addressOf(scope, { ...wish, ...less, before: null, after: null }))
  const chosen = [
    action !== null && {
      label: say(language, 'filter.action'),
      value: sayDeed(language, action) ?? action,
      href: without({ action: null }),
    },
    actor !== null && {
      label: say(language, 'column.who'),
      value: called.people.get(actor) ?? sayActor(language, actor),
      href: without({ actor: null }),
    },
  ].filter((one) => one !== false)
  if (chosen.length === 0) return null
  return (
    <ul class="mt-3 list-none ps-0">
      {chosen.map(({ label, value, href }) => (
        <li>
          {label}
          {say(language, 'colon')}
          <bdi>{value}</bdi> <a href={href}>{say(language, 'filter.remove')}</a>
        </li>
      ))}
    </ul>
  )
}

interface TurningProps {
  language: Language
  older: number | null
  newer: number | null
  to(place: { before?: number; after?: number }): string
}

/** The way to older and newer entries, by their numbers: nothing is skipped while others are written. */
export function Turning({ language, older, newer, to }: TurningProps) {
  if (older === null && newer === null) return null
  const step = (address: string, label: 'newest' | 'newer' | 'older', rel?: 'prev' | 'next') => (
    <a href={hrefOf(language, address)} rel={rel}>
      {say(language, label)}
    </a>
  )
  return (
    <nav class="mt-8 flex flex-wrap gap-x-6" aria-label={say(language, 'pages')}>
      {newer !== null && step(to({}), 'newest')}
      {newer !== null && step(to({ after: newer }), 'newer', 'prev')}
      {older !== null && step(to({ before: older }), 'older', 'next')}
    </nav>
  )
}
