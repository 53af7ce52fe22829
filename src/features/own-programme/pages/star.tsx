import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { say } from '../words.ts'

interface Chosen {
  viewer: FormReader
  conference: string
  chosen: ReadonlySet<string>
}

/** The way to one’s own programme, from that of everybody. */
export function ToMine({ viewer: { language }, conference, chosen }: Chosen) {
  return (
    <p class="screen-only">
      <a class="btn" href={hrefOf(language, `/${conference}/mine`)}>
        {say(language, 'title')}
      </a>{' '}
      <span class="mark">{say(language, 'count', { count: chosen.size })}</span>
    </p>
  )
}

/** Puts a session into one’s own programme, or takes it out. */
export function Star({ viewer, conference, chosen, session }: Chosen & { session: string }) {
  const { language, address, search } = viewer
  const isChosen = chosen.has(session)
  return (
    <div class="screen-only mt-2">
      <Deed
        viewer={viewer}
        command={isChosen ? 'own-programme.drop' : 'own-programme.choose'}
        of={session}
        then={address + search}
        fixed={{ conference, session }}
        label={
          <>
            <span aria-hidden="true">{isChosen ? '★' : '☆'}</span>{' '}
            {say(language, isChosen ? 'drop' : 'choose')}
          </>
        }
      />
    </div>
  )
}
