import type { Child } from 'hono/jsx'
import { Breadcrumbs, hrefOf, type Step } from '../../../ui/navigation.tsx'
import type { Desk } from './names.tsx'

/** The heading of a page, and the way back. */
export function Frame({
  desk: { viewer, conference, conferenceName },
  title,
  steps,
  children,
}: {
  desk: Desk
  title: Child
  /** The way below the conference, without a language; the last is the page itself. */
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
