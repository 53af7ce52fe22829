import type { Child } from 'hono/jsx'
import { Breadcrumbs, hrefOf, type Step } from '../../../ui/navigation.tsx'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'

/** The heading of a page of the desk, and the way back. */
export function Frame({
  desk: { viewer, conference, conferenceName },
  title,
  steps = [],
  children,
}: {
  desk: Desk
  title: Child
  steps?: readonly Step[]
  children?: Child
}) {
  const { language } = viewer
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, `/${conference}`), label: conferenceName },
          { href: hrefOf(language, `/${conference}/desk`), label: say(language, 'desk') },
          { href: hrefOf(language, `/${conference}/desk/pledges`), label: say(language, 'queue') },
          ...steps,
        ]}
      />
      <h1>{title}</h1>
      {children}
    </>
  )
}
