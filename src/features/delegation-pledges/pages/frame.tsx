import type { Child } from 'hono/jsx'
import { Breadcrumbs, hrefOf, type Step } from '../../../ui/navigation.tsx'
import type { Desk } from '../desk.tsx'
import { addressOfPledges } from '../model.ts'
import { say } from '../words.ts'

/** The heading of every page on which a delegation works on its pledges, and the way back. */
export function Frame({
  desk,
  title,
  steps,
  children,
}: {
  desk: Desk
  title: Child
  /** The way below the list of pledges; the last is the page itself. */
  steps: readonly Step[]
  children?: Child
}) {
  const { conference, conferenceName, party, partyName } = desk
  const { language } = desk.viewer
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, `/${conference}`), label: conferenceName },
          {
            href: hrefOf(language, addressOfPledges(conference, party)),
            label: `${partyName} · ${say(language, 'pledges')}`,
          },
          ...steps,
        ]}
      />
      <h1>{title}</h1>
      {children}
    </>
  )
}
