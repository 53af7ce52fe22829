const two = (number: number) => String(number).padStart(2, '0')

/**
 * What a clock shows of milliseconds that remain: «2:41», «1:02:03», and «−0:12» once the time is over. A second counts
 * as long as it has begun; over the time, once it is full.
 */
export function figuresOf(remaining: number): string {
  const seconds = remaining < 0 ? Math.floor(-remaining / 1000) : Math.ceil(remaining / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const figures = hours === 0 ? `${minutes}` : `${hours}:${two(minutes)}`
  return `${remaining < 0 && seconds > 0 ? '−' : ''}${figures}:${two(seconds % 60)}`
}

/** Milliseconds until a running clock shows other figures. */
export const untilNextSecond = (remaining: number): number =>
  remaining > 0 ? remaining % 1000 || 1000 : 1000 - (-remaining % 1000)
