import { sayNumber } from '../../../i18n/numbers.ts'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf, Menu } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { type LettersOnTheirWay, LettersProgress } from '../../../ui/progress.tsx'
import { STATES, type State } from '../../delegations/participants/life.model.ts'
import { sayState } from '../../delegations/terms.print.ts'
import { type Desk, shortName } from '../../own-delegation/desk.tsx'
import type { Queued, ReachingMany, Wish } from '../queue.ts'
import { addressOf, searchOf } from '../wish.ts'
import { say } from '../words.ts'
import { QueueLine } from './line.tsx'
import { kindName, type Names } from './place.tsx'

interface Props {
  desk: Desk
  wish: Wish
  /** Those of this page of the list. */
  shown: readonly Queued[]
  counts: Readonly<Record<State | 'all', number>>
  kinds: readonly string[]
  names: Names
  /** How far the letters are that tell many of decisions. */
  ways: readonly LettersOnTheirWay<ReachingMany>[]
  page: number
  pages: number
}

/** Everybody who wants to be accredited, by how far they are. */
export function QueuePage(props: Props) {
  const { desk, wish, shown, counts, ways } = props
  const { language } = desk.viewer
  const title = say(language, 'queue')
  const total = counts[wish.state]
  return (
    <Frame
      place={desk}
      title={title}
      steps={[
        { href: `/${desk.conference}/desk`, label: say(language, 'desk') },
        { href: '', label: title },
      ]}
    >
      <LettersProgress
        language={language}
        ways={ways}
        label={(action) => say(language, `under-way.${action}`)}
      />
      <Part id="queue" class="filtered">
        <States {...props} />
        <Kinds {...props} />
        {shown.length === 0 ? (
          <Empty>{say(language, counts.all === 0 ? 'queue.nobody' : 'queue.none')}</Empty>
        ) : (
          <>
            <p class="deeds">
              <a
                class="btn"
                href={hrefOf(
                  language,
                  `${addressOf(desk.conference)}/decide${searchOf(wish, { all: '1' })}`,
                )}
              >
                {say(language, 'decide.all')} ({sayNumber(language, total)})
              </a>
            </p>
            <form method="get" action={hrefOf(language, `${addressOf(desk.conference)}/decide`)}>
              <ul class="persons">
                {shown.map((one) => (
                  <QueueLine desk={desk} one={one} names={props.names} choose />
                ))}
              </ul>
              <button class="btn btn-primary" type="submit">
                {say(language, 'decide.chosen')}
              </button>
            </form>
            <Pages {...props} />
          </>
        )}
      </Part>
    </Frame>
  )
}

function States({ desk, wish, counts }: Props) {
  const { language } = desk.viewer
  const href = (state: Wish['state']) =>
    hrefOf(language, addressOf(desk.conference) + searchOf({ ...wish, state }))
  const shown = STATES.filter((state) => state === wish.state || counts[state] > 0)
  return (
    <Menu
      label={say(language, 'queue.states')}
      here={href(wish.state)}
      steps={[
        ...shown.map((state) => ({
          href: href(state),
          label: `${sayState(language, state)} (${sayNumber(language, counts[state])})`,
        })),
        {
          href: href('all'),
          label: `${say(language, 'all')} (${sayNumber(language, counts.all)})`,
        },
      ]}
    />
  )
}

function Kinds({ desk, wish, kinds, names }: Props) {
  const { language } = desk.viewer
  const party = wish.party ? names.parties.get(wish.party) : undefined
  if (kinds.length < 2 && wish.party === null) return null
  const href = (kind: string | null) =>
    hrefOf(language, addressOf(desk.conference) + searchOf({ ...wish, kind, party: null }))
  return (
    <Menu
      label={say(language, 'queue.kinds')}
      here={wish.party === null ? href(wish.kind) : ''}
      steps={[
        { href: href(null), label: say(language, 'kind.all') },
        ...kinds.map((kind) => ({ href: href(kind), label: kindName(names, kind, desk) })),
        ...(party ? [{ href: '', label: shortName(party, desk) }] : []),
      ]}
    />
  )
}

function Pages({ desk, wish, page, pages }: Props) {
  const { language } = desk.viewer
  if (pages < 2) return null
  const href = (to: number) =>
    hrefOf(language, addressOf(desk.conference) + searchOf(wish, { page: `${to}` }))
  return (
    <Menu
      label={say(language, 'queue.pages')}
      here={href(page)}
      steps={Array.from({ length: pages }, (_, at) => ({
        href: href(at + 1),
        label: sayNumber(language, at + 1),
      }))}
    />
  )
}
