import type { Child } from 'hono/jsx'
import { compareIn } from '../../../i18n/collation.ts'
import { readingOf } from '../../../kernel/text.ts'
import { SourceLink } from '../../../ui/facts.tsx'
import { Bdi, Words } from '../../../ui/text.tsx'
import { nameOn } from '../../parties/model.ts'
import { type Participant, ROLES } from '../model.ts'
import type { ProgrammeSession } from '../timeline.ts'
import { say } from '../words.ts'
import type { Frame } from './marks.tsx'

/** A person as printed: the name, the office, the party by its name of that day; each a label of its own. */
function Person({ of, day, frame }: { of: Participant; day: string; frame: Frame }) {
  const { language, parties } = frame
  const party = of.party && parties.get(of.party)
  const labels: Child[] = [
    of.name && <Bdi>{of.name}</Bdi>,
    of.office && <Words in={readingOf(of.office, language)} language={language} />,
    party && nameOn(party, day, language).short,
  ].filter((label) => label)
  return (
    <>
      {labels.map((label, place) => (
        <>
          {place > 0 && ' · '}
          {label}
        </>
      ))}
      {of.certainty === 'session-uncertain' && (
        <small> · {say(language, 'certainty.session-uncertain')}</small>
      )}
    </>
  )
}

/** Parties without a person, on one line, by the alphabet of the reader: nobody is ranked. */
function Parties({ of, day, frame }: { of: readonly Participant[]; day: string; frame: Frame }) {
  const { language, parties } = frame
  const compare = compareIn(language)
  const names = of
    .flatMap(({ party }) => (party && parties.get(party)) || [])
    .map((party) => nameOn(party, day, language))
    .toSorted((a, b) => compare(a.sort ?? a.short, b.sort ?? b.short))
  return <>{names.map(({ short }) => short).join(' · ')}</>
}

const isParty = ({ name, office }: Participant) => name === null && office === null

/** Everybody who takes part, under what they do, in the order in which they were printed. */
export function People({
  session,
  frame,
  sources = false,
}: {
  session: ProgrammeSession
  frame: Frame
  sources?: boolean
}) {
  const { language } = frame
  const { participants, day } = session
  const roles = ROLES.filter((role) => participants.some((one) => one.role === role))
  if (roles.length === 0) return null
  return (
    <dl class="mt-2 mb-0 text-[0.95rem] md:grid-cols-[9.5rem_1fr]">
      {roles.map((role) => {
        const [parties, people] = split(participants.filter((one) => one.role === role))
        return (
          <div>
            <dt class="border-0 py-0.5">{say(language, `role.${role}`)}</dt>
            {people.map((one) => (
              <dd class="border-0 py-0.5">
                <Person of={one} day={day} frame={frame} />
                {sources && <Evidence of={[one]} frame={frame} />}
              </dd>
            ))}
            {parties.length > 0 && (
              <dd class="border-0 py-0.5">
                <Parties of={parties} day={day} frame={frame} />
                {sources && <Evidence of={parties} frame={frame} />}
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

const split = (participants: readonly Participant[]) =>
  [participants.filter(isParty), participants.filter((one) => !isParty(one))] as const

/** What is known about how it is known: a note, and each source once. */
function Evidence({ of, frame: { language } }: { of: readonly Participant[]; frame: Frame }) {
  const sources = new Map(of.flatMap(({ source }) => (source ? [[source.url, source]] : [])))
  return (
    <>
      {of.map(
        ({ note }) =>
          note && (
            <span class="mark block">
              <Words in={readingOf(note, language)} language={language} />
            </span>
          ),
      )}
      {[...sources.values()].map((source) => (
        <span class="block">
          <SourceLink source={source} language={language} />
        </span>
      ))}
    </>
  )
}
