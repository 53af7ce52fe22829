import type { Child } from 'hono/jsx'
import { directionOf, type Language } from '../kernel/language.ts'
import type { Reading } from '../kernel/text.ts'
import { say } from './words.ts'

/** A name, code or number that keeps its own direction within a sentence of another script. */
export function Bdi({ lang, children }: { lang?: Language; children?: Child }) {
  return (
    <bdi lang={lang} dir={lang && directionOf(lang)}>
      {children}
    </bdi>
  )
}

/** An identifier («KOR-2021-01»): it keeps its own direction, and no line breaks it at a hyphen. */
export const Identifier = ({ children }: { children?: Child }) => (
  <bdi class="whitespace-nowrap">{children}</bdi>
)

interface WordsProps {
  /** The best wording for the reader, from `readingOf`. */
  in: Reading
  /** The reader's language. */
  language: Language
  /** Whether the status of the wording is said beside it; titles in a list leave it to their page. */
  mark?: boolean
}

/** A text of an organiser in the best language the reader can get, marked with what that wording is worth. */
export function Words({ in: reading, language, mark = false }: WordsProps) {
  const foreign = reading.language !== language
  const words = foreign ? <Bdi lang={reading.language}>{reading.value}</Bdi> : reading.value
  return mark ? (
    <>
      {words} <TextMark in={reading} language={language} />
    </>
  ) : (
    words
  )
}

/** Between facts on one line: no line begins with it. */
export const BETWEEN = '\u00A0· '

/** What a wording is worth, in small: «unofficial text», «language: French · as published». */
export function TextMark({ in: reading, language }: Omit<WordsProps, 'mark'>) {
  const status = say(language, `status.${reading.status}`)
  if (reading.language === language) return <small class="mark">{status}</small>
  const tongue = say(language, `language.${reading.language}`)
  return (
    <small class="mark">
      {say(language, 'text.language', { language: tongue })}
      {BETWEEN}
      {status}
    </small>
  )
}

/** Running text with its paragraphs (an empty line between two), in the direction of its own language. */
export function Prose({ in: reading, language, mark = true }: WordsProps) {
  const foreign = reading.language !== language
  return (
    <div class="prose">
      <div
        lang={foreign ? reading.language : undefined}
        dir={foreign ? directionOf(reading.language) : undefined}
      >
        {reading.value.split(/\n{2,}/).map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
      {mark && <TextMark in={reading} language={language} />}
    </div>
  )
}
