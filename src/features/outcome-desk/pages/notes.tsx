import type { FormReader } from '../../../ui/form/attempt.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Day } from '../../outcome-documents/pages/marks.tsx'
import type { AtWork } from '../../outcome-documents/shown.ts'
import { say } from '../words.ts'

/** The notes by which positions came: all of them, or those of one delegation. */
export function Notes({
  work: { positions, conference, document },
  viewer: { language },
  party,
}: {
  work: AtWork
  viewer: FormReader
  party?: string
}) {
  const notes = positions
    .filter(({ code }) => party === undefined || code === party)
    .flatMap(({ name, acts }) =>
      acts.flatMap(({ file, on, act }) => (file === null ? [] : [{ name, file, on, act }])),
    )
  if (notes.length === 0) return null
  return (
    <>
      <h3>{say(language, 'notes')}</h3>
      <ul>
        {notes.map(({ name, file, on, act }) => (
          <li>
            <a
              href={hrefOf(language, `/${conference}/outcome/${document}/notes/${file}`)}
              data-turbo="false"
            >
              {name}
            </a>
            {' · '}
            {say(language, `act.${act}`)} · <Day day={on} language={language} />
          </li>
        ))}
      </ul>
    </>
  )
}
