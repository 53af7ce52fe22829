import type { Child } from 'hono/jsx'

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
