import type { Language } from '../../kernel/language.ts'
import { filled, Patterns } from './drawing/fillings.tsx'
import { headed } from './drawing/headed.tsx'
import type { Pen, Picture } from './drawing/picture.ts'

/** A number with its name. */
export interface Bar {
  label: string
  /** The number in words: «12», «10 to 14», «at least 300». */
  said: string
  low: number
  /** The most it may be, where that is more; null where nobody said. */
  high?: number | null
}

const THICK = 12
const GAP = 12
/** How far a bar that is open above goes on, of the longest. */
const BEYOND = 0.12

/** Bars that lie one below the other, in the order given: what is certain solid, what may be more hatched. */
export function bars({ rows }: { language: Language; rows: readonly Bar[] }): Picture | null {
  if (rows.length === 0) return null
  const open = rows.some(({ high }) => high === null)
  const most = Math.max(...rows.map(({ low, high }) => high ?? low))
  const share = (value: number) => (most === 0 ? 0 : (value / most) * (open ? 1 - BEYOND : 1))
  const uncertain = rows.some(({ high }) => high !== undefined)
  return {
    draw(pen) {
      let y = 0
      const body = rows.map((row) => {
        const head = headed(pen, row, y)
        y += head.height
        const bar = <Length pen={pen} row={row} y={y} share={share} />
        y += THICK + GAP
        return (
          <>
            {head.body}
            {bar}
          </>
        )
      })
      return {
        height: y - GAP + 1,
        body: (
          <>
            {uncertain && <Patterns pen={pen} of={['hatched']} />}
            {body}
          </>
        ),
      }
    },
  }
}

function Length({
  pen,
  row: { low, high },
  y,
  share,
}: {
  pen: Pen
  row: Bar
  y: number
  share(value: number): number
}) {
  const sure = share(low)
  const end = high === null ? sure + BEYOND : share(high ?? low)
  const { accent } = pen.ink
  return (
    <>
      <rect {...pen.between(0, sure)} y={y} height={THICK} fill={accent} />
      {end > sure && (
        <rect {...pen.between(sure, end)} y={y} height={THICK} {...filled(pen, 'hatched')} />
      )}
      {high === null && pen.moved(end, y, <Tip pen={pen} />)}
      {pen.moved(0, y - 2, <path d={`M0 0v${THICK + 4}`} stroke={pen.ink.quiet} />)}
    </>
  )
}

/** Where nobody said how far it goes: the bar ends as an arrow. */
function Tip({ pen }: { pen: Pen }) {
  const back = -7 * pen.ahead
  const half = THICK / 2
  return (
    <>
      <path
        d={`M${back} -1H${pen.ahead}V${THICK + 1}H${back}V${THICK}L0 ${half}L${back} 0z`}
        fill={pen.ink.paper}
      />
      <path d={`M${back} 0L0 ${half}L${back} ${THICK}`} fill="none" stroke={pen.ink.accent} />
    </>
  )
}
