import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import { type LettersOnTheirWay, LettersProgress } from '../../../ui/progress.tsx'
import { DeskHead, Moment } from '../../conference-desk/pages/desk-head.tsx'
import type { DraftDeed } from '../../programme/draft/deeds.ts'
import type { Release } from '../../programme/model.ts'
import type { ProgrammeSession } from '../../programme/timeline.ts'
import { Clashes } from '../board/clashes.tsx'
import { DraftGrid } from '../board/grid.tsx'
import { type Board, DraftList, deskOf, sessionAddress } from '../board/list.tsx'
import { say } from '../words.ts'
import { sayDeed } from './deeds.tsx'
import { Running } from './running.tsx'

export interface DeskProps {
  board: Board
  zone: string
  view: 'list' | 'grid'
  last: Release | null
  /** How many sessions the next release would change, or the zone. */
  changed: number
  zoneMoved: boolean
  latest: DraftDeed | null
  undoable: DraftDeed | null
  names: ReadonlyMap<string, string>
  running: readonly ProgrammeSession[]
  /** How far the letters of a release are. */
  ways: readonly LettersOnTheirWay[]
}

/** The programme as the secretariat works on it. */
export function ProgrammeDesk(props: DeskProps) {
  const { board, view, running, zone, ways } = props
  const { viewer, conference, draft, clashes } = board
  const { language } = viewer
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[{ href: '', label: say(language, 'task') }]}
        title={say(language, 'title')}
      >
        <Part id="standing">
          <Standing {...props} />
        </Part>
      </DeskHead>
      <LettersProgress
        language={language}
        ways={ways}
        label={() => say(language, 'under-way.programme.release')}
      />
      <Ways board={board} view={view} />
      <Part id="running">
        <Running sessions={running} viewer={viewer} conference={conference.id} zone={zone} />
      </Part>
      <Part id="clashes">
        <Clashes
          clashes={clashes}
          sessions={draft}
          rooms={board.rooms}
          hrefOf={(session) => hrefOf(language, sessionAddress(conference.id, session))}
          language={language}
        />
      </Part>
      <Part id="draft">
        {view === 'grid' ? <DraftGrid board={board} /> : <DraftList board={board} />}
      </Part>
    </>
  )
}

/** What is published, what is not yet, and what was done last. */
function Standing({ board, zone, last, changed, zoneMoved, latest, undoable, names }: DeskProps) {
  const { viewer, conference } = board
  const { language } = viewer
  const day = last?.at.toZonedDateTimeISO(last.zone).toPlainDate().toString()
  return (
    <>
      <p class="desk-standing">
        {last && day ? (
          <>
            {say(language, 'published', { number: last.number })} {sayDay(language, day)}
          </>
        ) : (
          say(language, 'unpublished')
        )}
        {' · '}
        {changed > 0 || zoneMoved ? (
          <a href={hrefOf(language, `${deskOf(conference.id)}/release`)}>
            {say(language, 'changed', { count: changed })}
            {zoneMoved && ` · ${say(language, 'changed.zone')}`}
          </a>
        ) : (
          say(language, 'unchanged')
        )}
      </p>
      {latest && (
        <div class="desk-latest">
          <Latest deed={latest} names={names} zone={zone} language={language} />
          {undoable && (
            <Deed
              viewer={viewer}
              command="programme.undo"
              fixed={{ conference: conference.id, number: undoable.number }}
              then={`${viewer.address}${viewer.search}`}
              label={
                undoable.number === latest.number
                  ? say(language, 'undo')
                  : `${say(language, 'undo')} (${sayDeed(language, undoable.deed)})`
              }
            />
          )}
        </div>
      )}
    </>
  )
}

function Latest({
  deed,
  names,
  zone,
  language,
}: {
  deed: DraftDeed
  names: ReadonlyMap<string, string>
  zone: string
  language: Language
}) {
  const name = names.get(deed.madeBy)
  return (
    <p class="mark">
      {say(language, 'latest')} {sayDeed(language, deed.deed)} ·{' '}
      {name && (
        <>
          <bdi>{name}</bdi> ·{' '}
        </>
      )}
      <Moment at={deed.madeAt} zone={zone} language={language} />
    </p>
  )
}

/** Where one goes from here, and how the draft is shown. */
function Ways({ board: { viewer, conference }, view }: { board: Board; view: 'list' | 'grid' }) {
  const { language } = viewer
  const home = hrefOf(language, deskOf(conference.id))
  const show = (kind: 'list' | 'grid', label: Child) => (
    <a
      class="switch"
      href={kind === 'list' ? home : `${home}?view=grid`}
      aria-current={view === kind ? 'true' : undefined}
    >
      {label}
    </a>
  )
  return (
    <nav class="desk-ways" aria-label={say(language, 'ways')}>
      <span class="switches">
        {show('list', say(language, 'view.list'))}
        {show('grid', say(language, 'view.grid'))}
      </span>
      <span class="desk-links">
        <a class="btn" href={`${home}/new`}>
          {say(language, 'add')}
        </a>
        <a class="btn" href={`${home}/import`}>
          {say(language, 'import')}
        </a>
        <a class="btn btn-ghost" href={`${home}/history`}>
          {say(language, 'history')}
        </a>
        <a class="btn btn-primary" href={`${home}/release`}>
          {say(language, 'release')}
        </a>
      </span>
    </nav>
  )
}
