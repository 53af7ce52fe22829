import type { Child } from 'hono/jsx'
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
        <small> ({say(language, 'certainty.session-uncertain')})</small>
      )}
    </>
  )
}

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
  const roles = ROLES.filter((role) => session.participants.some((one) => one.role === role))
  if (roles.length === 0) return null
  return (
    <dl class="mt-2 mb-0">
      {roles.map((role) => (
        <div>
          <dt class="border-0 py-0.5">{say(language, `role.${role}`)}</dt>
          {session.participants
            .filter((one) => one.role === role)
            .map((one) => (
              <dd class="border-0 py-0.5">
                <Person of={one} day={session.day} frame={frame} />
                {sources && one.note && (
                  <span class="mark block">
                    <Words in={readingOf(one.note, language)} language={language} />
                  </span>
                )}
                {sources && (
                  <span class="block">
                    <SourceLink source={one.source} language={language} />
                  </span>
                )}
              </dd>
            ))}
        </div>
      ))}
    </dl>
  )
}
