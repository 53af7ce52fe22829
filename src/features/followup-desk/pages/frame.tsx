import type { Child } from 'hono/jsx'
import { Frame as WorkFrame } from '../../../ui/frame/frame.tsx'
import type { Step } from '../../../ui/navigation.tsx'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'

/** The heading of a page of the follow-up, and the way back. */
export function Frame({
  desk,
  title,
  steps,
  children,
}: {
  desk: Desk
  title: Child
  /** The way below the desk; the last is the page itself. */
  steps: readonly Step[]
  children?: Child
}) {
  const { viewer, conference } = desk
  const address = `/${conference}/desk`
  return (
    <WorkFrame
      place={desk}
      title={title}
      steps={[{ href: address, label: say(viewer.language, 'desk') }, ...steps]}
    >
      {children}
    </WorkFrame>
  )
}
