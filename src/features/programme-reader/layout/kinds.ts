import type { Kind } from '../understood.ts'
import { inEveryLanguage } from '../vocabulary/all.ts'
import { fold } from '../vocabulary/folding.ts'
import { patternOf } from '../vocabulary/phrases.ts'

/**
 * Where two kinds are named at the same place, the first of these: «closing ceremony», not «closing»;
 * «panel session» is a panel, «sesión plenaria» a plenary.
 */
const ORDER = [
  'break',
  'press',
  'reception',
  'side-event',
  'bilateral',
  'pledging',
  'exhibition',
  'panel',
  'ceremony',
  'plenary',
] as const

const PATTERNS = ORDER.map((kind) => ({
  kind,
  pattern: patternOf(inEveryLanguage((words) => words.kinds[kind])),
}))
/** Words that only say that people meet: whatever else a title names says more. */
const WEAK =
  /^(?:session|seance|sesion|заседани.*|сессия|세션|회의|会议|會議|专场|.*جلسه|engagements|compromisos|承诺|공약)$/u

/** What a session is, by the first kind that its title names; a word that says more goes before «session». */
export function kindOf(title: string): Kind {
  const folded = fold(title)
  const found = PATTERNS.flatMap(({ kind, pattern }, rank) => {
    const match = pattern.exec(folded)
    return match
      ? [{ kind, rank, at: match.index, weak: WEAK.test(match[0]), length: match[0].length }]
      : []
  })
  const head = folded.search(/[:：]/)
  const strong = found.filter(({ weak, at }) => !weak && (head < 0 || at < head))
  const [first] = (strong.length > 0 ? strong : found).sort(
    (a, b) => a.at - b.at || b.length - a.length || a.rank - b.rank,
  )
  return first?.kind ?? 'other'
}
