import type { Child } from 'hono/jsx'
import { Breadcrumbs, hrefOf, type Step } from '../../../ui/navigation.tsx'
import type { Desk } from '../desk.tsx'

/** The heading of a page on which people work with delegations, and the way back. */
export function Frame({
  desk: { viewer, conference, conferenceName },
  title,
  steps,
  children,
}: {
  desk: Pick<Desk, 'viewer' | 'conference' | 'conferenceName'>
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

/** Labels and what stands behind them; what is not known is left out. */
export function Terms({ of }: { of: readonly (readonly [label: string, value: Child | null])[] }) {
  return (
    <dl class="known">
      {of.map(
        ([label, value]) =>
          value !== null && (
            <>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </>
          ),
      )}
    </dl>
  )
}
