import type { Language } from '../../../kernel/language.ts'
import { useForm } from '../../../ui/form/form.tsx'
import type { Place } from '../model.ts'
import { endDay } from '../timeline.ts'
import { say } from '../words.ts'

/**
 * Stands beside the times of a session in a form, and says so when its end is taken as one of the next day; as one
 * types, where there is a script.
 */
export function EndNote({
  name,
  place,
  language,
}: {
  /** The path of day and times in the command's input, `to`. */
  name: string
  place: Partial<Pick<Place, 'start' | 'end'>>
  language: Language
}) {
  const { attempt } = useForm()
  const typed = (field: 'start' | 'end') =>
    attempt?.values.get(`${name}.${field}`)?.at(0) ?? place[field] ?? ''
  return (
    <end-note
      data-start={`${name}.start`}
      data-end={`${name}.end`}
      hidden={!isNextDay(typed('start'), typed('end'))}
      role="status"
    >
      {say(language, 'ends-next-day')}
    </end-note>
  )
}

const DAY = '2000-01-01'
const isNextDay = (start: string, end: string) =>
  endDay({ day: DAY, start: start || null, end: end || null }) !== DAY
