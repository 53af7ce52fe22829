import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Words } from '../../../ui/text.tsx'
import type { Person } from '../../delegations/participants/model.ts'
import { choiceOf, type Field, type Preset } from '../forms.model.ts'
import { say } from '../words.ts'

/** What somebody answered to the questions of a form, with where a file is read. */
export function answersOf(
  form: Pick<Preset, 'fields'>,
  answers: Person['answers'],
  language: Language,
  fileAt: (field: string) => string | null,
): (readonly [label: string, value: Child])[] {
  return form.fields.flatMap((field) => {
    const value = said(field, answers, language, fileAt)
    return value === null ? [] : [[readingOf(field.label, language).value, value] as const]
  })
}

function said(
  field: Field,
  answers: Person['answers'],
  language: Language,
  fileAt: (field: string) => string | null,
): Child | null {
  const { id, kind, options } = field
  const answer = answers[id]
  if (kind === 'choices') {
    const chosen = options.filter(({ value }) => answers[choiceOf(id, value)] === 'true')
    if (chosen.length === 0) return null
    return chosen.map(({ label }) => readingOf(label, language).value).join(' · ')
  }
  if (answer === undefined || answer === '') return null
  if (kind === 'check') return say(language, 'answer.yes')
  if (kind === 'day') return sayDay(language, answer)
  if (kind === 'choice') {
    const chosen = options.find(({ value }) => value === answer)
    return chosen ? <Words in={readingOf(chosen.label, language)} language={language} /> : null
  }
  if (kind !== 'file') return <bdi>{answer}</bdi>
  const address = fileAt(id)
  return address === null ? (
    say(language, 'answer.file')
  ) : (
    <a href={address} data-turbo="false">
      {say(language, 'answer.file')}
    </a>
  )
}
