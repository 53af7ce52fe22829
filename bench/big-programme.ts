/** How many sessions a large conference has. */
export const MANY = 500

const PER_DAY = 50
const FIRST_HOUR = 8
const SLOT = 15

const two = (number: number) => String(number).padStart(2, '0')
const clock = (slot: number) => {
  const minutes = FIRST_HOUR * 60 + slot * SLOT
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
const KINDS = ['Plenary', 'Panel', 'Side event', 'Bilateral meeting', 'Press conference']

/** The programme of a large conference as a secretariat would write it: ten days of fifty sessions. */
export function bigProgramme(): string {
  const lines = ['Peacekeeping Ministerial', 'New York', '']
  for (let at = 0; at < MANY; at += 1) {
    const slot = at % PER_DAY
    if (slot === 0) lines.push('', `${1 + at / PER_DAY} September 2014`, '')
    const kind = KINDS[at % KINDS.length]
    lines.push(
      `${clock(slot)} - ${clock(slot + 1)} ${kind} ${at + 1}: Training and equipment of contingents`,
    )
  }
  return lines.join('\n')
}
