/** Who made a record what it is, by which command, and when. */
export interface Made {
  deed: string
  /** `account/0190…`, `system/loader`. */
  by: string
  at: Temporal.Instant
}

interface Doing {
  actor: { kind: string; id: string }
  now: Temporal.Instant
}

/** Who does something now. */
export const madeBy = (deed: string, { actor, now }: Doing): Made => ({
  deed,
  by: `${actor.kind}/${actor.id}`,
  at: now,
})
