import type { Child } from 'hono/jsx'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Breadcrumbs, hrefOf, Menu } from '../../../ui/navigation.tsx'
import { nameOn, type Party } from '../../parties/model.ts'
import type { Settings } from '../model.ts'
import { say } from '../words.ts'

/** What every page of the desk of badges needs. */
export interface Desk {
  viewer: FormReader
  conference: string
  conferenceName: string
  zone: string
  today: string
  settings: Settings
  parties: ReadonlyMap<string, Party>
}

/** A party by its name of today. */
export function partyName({ parties, today, viewer }: Desk, code: string | null): string | null {
  const party = code === null ? undefined : parties.get(code)
  return party ? nameOn(party, today, viewer.language).short : code
}

export const addressOf = (conference: string): string => `/${conference}/desk/badges`

const PLACES = ['', '/held', '/revoked', '/settings'] as const

/** The heading of a page of the desk of badges, and the ways between them. */
export function Frame({
  desk: { viewer, conference, conferenceName },
  at,
  children,
}: {
  desk: Pick<Desk, 'viewer' | 'conference' | 'conferenceName'>
  at: (typeof PLACES)[number]
  children?: Child
}) {
  const { language } = viewer
  const base = addressOf(conference)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, `/${conference}`), label: conferenceName },
          { href: hrefOf(language, `/${conference}/desk`), label: say(language, 'desk.home') },
          { href: '', label: say(language, 'desk') },
        ]}
      />
      <h1>{say(language, 'desk')}</h1>
      <div class="filtered">
        <Menu
          label={say(language, 'desk')}
          here={hrefOf(language, base + at)}
          steps={PLACES.map((place) => ({
            href: hrefOf(language, base + place),
            label: say(language, `place${place.replace('/', '.') as '.held'}`),
          }))}
        />
      </div>
      {children}
    </>
  )
}
