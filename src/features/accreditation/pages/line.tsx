import { Choose } from '../../../ui/form/choices.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Desk } from '../../own-delegation/desk.tsx'
import { PersonLine } from '../../own-delegation/overview/people.tsx'
import type { Queued } from '../queue.ts'
import { say } from '../words.ts'
import { comesFrom, type Names } from './place.tsx'

/** Somebody in the queue: who they are, where from, and what they lack. */
export function QueueLine({
  desk,
  one,
  names,
  choose = false,
}: {
  desk: Desk
  one: Queued
  names: Names
  choose?: boolean
}) {
  const { language } = desk.viewer
  const { person } = one
  return (
    <PersonLine
      desk={desk}
      one={person}
      at={`/${desk.conference}/desk/accreditation/${person.id}`}
      beside={
        <>
          <p class="label">
            {comesFrom(names, person, desk)}
            <Lacks desk={desk} one={one} />
          </p>
          {choose && (
            <label class="choice">
              <Choose name={person.id} />
              <span>
                {say(language, 'choose')}
                <span class="sr-only"> {person.person?.name}</span>
              </span>
            </label>
          )}
        </>
      }
    />
  )
}

/** What somebody lacks, and who has agreed already. */
export function Lacks({ desk, one }: { desk: Desk; one: Queued }) {
  const { language } = desk.viewer
  const notes = [
    ...one.obstacles.map((obstacle) => say(language, `lacks.${obstacle}`)),
    ...(one.needsTwo && one.person.state === 'submitted'
      ? [say(language, one.agreedBy === null ? 'two.none' : 'two.one')]
      : []),
  ]
  return (
    <>
      {notes.map((note) => (
        <>
          {BETWEEN}
          <strong>{note}</strong>
        </>
      ))}
    </>
  )
}
