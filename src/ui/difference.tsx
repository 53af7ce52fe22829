import { directionOf, type Language } from '../kernel/language.ts'
import { type Piece, wordDifference } from '../kernel/wording/difference.ts'
import { say } from './words.ts'

interface DifferenceProps {
  before: string
  after: string
  /** The language of what is compared. */
  of: Language
  /** The reader's language. */
  language: Language
}

/** What changed from one wording to another, word by word; whoever listens hears where it begins and ends. */
export function Difference({ before, after, of, language }: DifferenceProps) {
  return (
    <p class="difference" lang={of} dir={directionOf(of)}>
      {wordDifference(before, after).map((piece) => (
        <PieceOf piece={piece} language={language} />
      ))}
    </p>
  )
}

function PieceOf({ piece: { kind, text }, language }: { piece: Piece; language: Language }) {
  if (kind === 'same') return <>{text}</>
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark>
      <span class="sr-only" lang={language}>
        {say(language, `difference.${kind}`)}
      </span>
      {text}
    </Mark>
  )
}
