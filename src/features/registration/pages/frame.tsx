import type { Child } from 'hono/jsx'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Breadcrumbs, hrefOf, type Step } from '../../../ui/navigation.tsx'

/** For whom a page of registration is, and at which conference. */
export interface Place {
  viewer: FormReader
  conference: string
  conferenceName: string
  zone: string
}

/** The heading of a page of registration, and the way back. */
export function Frame({
  place: { viewer, conference, conferenceName },
  title,
  steps,
  children,
}: {
  place: Place
  title: Child
  /** The way below the conference, without languages; the last is the page itself. */
  steps: readonly Step[]
  children?: Child
}) {
  const { language } = viewer
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, `/${conference}`), label: conferenceName },
          ...steps.map(({ href, label }) => ({ href: hrefOf(language, href), label })),
        ]}
      />
      <h1>{title}</h1>
      {children}
    </>
  )
}

/** Where people register. */
export const addressOf = (conference: string, kind?: string): string =>
  `/${conference}/register${kind === undefined ? '' : `/${kind}`}`
