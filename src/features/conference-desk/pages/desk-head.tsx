import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import { wallAt } from '../../../i18n/wall.ts'
import type { Language } from '../../../kernel/language.ts'
import { Breadcrumbs, hrefOf, type Step } from '../../../ui/navigation.tsx'
import { say as sayOfHouse } from '../../../ui/words.ts'

/** The way to a page of the desk, and its title. */
export function DeskHead({
  language,
  conference,
  steps = [],
  title,
  children,
}: {
  language: Language
  conference: { id: string; name: string }
  /** The pages between the desk and this one. */
  steps?: readonly Step[]
  title: Child
  children?: Child
}) {
  const home = hrefOf(language, `/${conference.id}`)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: home, label: conference.name },
          { href: `${home}/desk`, label: sayOfHouse(language, 'menu.desk') },
          ...steps,
        ]}
      />
      <h1 class="desk-title">{title}</h1>
      {children}
    </>
  )
}

/** A moment as the clock of the conference shows it: day and time. */
export function Moment({
  at,
  zone,
  language,
}: {
  at: Temporal.Instant
  zone: string
  language: Language
}) {
  const { day, clock } = wallAt(at.epochMilliseconds, zone)
  return (
    <time class="whitespace-nowrap" datetime={at.toString({ smallestUnit: 'second' })}>
      {sayDay(language, day)}, {clock}
    </time>
  )
}
