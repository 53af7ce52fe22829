import { Frame } from '../../../ui/frame/frame.tsx'
import { Empty } from '../../../ui/notices.tsx'
import type { Desk } from '../../own-delegation/desk.tsx'
import type { Queued } from '../queue.ts'
import { addressOf } from '../wish.ts'
import { say } from '../words.ts'
import { Decisions } from './decisions.tsx'
import { QueueLine } from './line.tsx'
import type { Names } from './place.tsx'

interface Props {
  desk: Desk
  people: readonly Queued[]
  names: Names
  reader: string
}

/** Several people, looked at once more, and decided on in one act. */
export function DecidePage({ desk, people, names, reader }: Props) {
  const { language } = desk.viewer
  const title = say(language, 'decide')
  return (
    <Frame
      place={desk}
      title={title}
      steps={[
        { href: addressOf(desk.conference), label: say(language, 'queue') },
        { href: '', label: title },
      ]}
    >
      {people.length === 0 ? (
        <Empty>{say(language, 'decide.nobody')}</Empty>
      ) : (
        <>
          <Decisions desk={desk} people={people} reader={reader} />
          <h2>{say(language, 'decide.of')}</h2>
          <ul class="persons">
            {people.map((one) => (
              <QueueLine desk={desk} one={one} names={names} />
            ))}
          </ul>
        </>
      )}
    </Frame>
  )
}
