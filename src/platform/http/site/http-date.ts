const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

const two = (number: number) => String(number).padStart(2, '0')

/** `Tue, 07 Dec 2021 10:30:00 GMT` (RFC 9110 §5.6.7). */
export function httpDate(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO('UTC')
  const day = `${DAYS[at.dayOfWeek - 1]}, ${two(at.day)} ${MONTHS[at.month - 1]} ${at.year}`
  return `${day} ${two(at.hour)}:${two(at.minute)}:${two(at.second)} GMT`
}

const FORM = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/

/** The instant that a date of HTTP says; null where it is none. */
export function instantOf(date: string | undefined): Temporal.Instant | null {
  const [, day, name = '', year, time] = FORM.exec(date ?? '') ?? []
  const month = MONTHS.indexOf(name) + 1
  if (month === 0) return null
  try {
    return Temporal.Instant.from(`${year}-${two(month)}-${day}T${time}Z`)
  } catch {
    return null
  }
}
