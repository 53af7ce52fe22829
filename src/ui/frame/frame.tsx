import type { Child } from 'hono/jsx'
import type { FormReader } from '../form/attempt.ts'
import { Breadcrumbs, hrefOf, type Step } from '../navigation.tsx'

/** The heading of a page on which people work at a conference, and the way back. */
export function Frame({
  place: { viewer, conference, conferenceName },
  title,
  steps,
  children,
}: {
  place: { viewer: Pick<FormReader, 'language'>; conference: string; conferenceName: string }
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
