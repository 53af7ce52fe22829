import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { Words } from '../../../ui/text.tsx'
import { say } from '../words.ts'

/** Says beside a fact that it is our reading of a source, not the source's own word. */
export const Ours = ({ language }: { language: Language }) => (
  <small class="mark"> {say(language, 'ours')}</small>
)

/** Our own text in the reader's language, or else in another one, which is then named. */
export function Own({ text, language }: { text: Text; language: Language }) {
  const reading = readingOf(text, language)
  return <Words in={reading} language={language} mark={reading.language !== language} />
}

/** The readiness levels of the United Nations' readiness system. */
export type ReadinessLevel = 1 | 2 | 3 | 'rapid-deployment'

/**
 * A level of readiness, always by its system's acronym and in a frame of its own, so that nobody takes «level 2» of a
 * unit's readiness for a «Level 2 hospital».
 */
export function ReadinessMark({ level, language }: { level: ReadinessLevel; language: Language }) {
  const short = level === 'rapid-deployment' ? 'RDL' : `${level}`
  const words =
    level === 'rapid-deployment'
      ? say(language, 'readiness.rapid-deployment')
      : say(language, 'readiness.level', { level: `${level}` })
  return (
    <abbr class="badge badge-outline" title={words}>
      <bdi>PCRS {short}</bdi>
    </abbr>
  )
}
