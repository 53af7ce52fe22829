/**
 * The next moment after an instant at which a clock in a zone shows the hour of somebody's digest. On a day on which
 * that hour is skipped it is the moment at which the clocks go on; on one on which it comes twice, the first.
 */
export function nextDigest(after: Temporal.Instant, zone: string, hour: number): Temporal.Instant {
  const today = after.toZonedDateTimeISO(zone).toPlainDate()
  const at = (days: number) =>
    today
      .add({ days })
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) })
      .toInstant()
  const first = at(0)
  return Temporal.Instant.compare(first, after) > 0 ? first : at(1)
}
