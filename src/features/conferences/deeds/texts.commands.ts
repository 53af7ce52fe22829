import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { revisedText, Text } from '../../../kernel/text.ts'
import { deed } from '../keeping/deed.commands.ts'
import { Sourcing, sourcesFor } from '../keeping/sourced.ts'

const Of = z.strictObject({ conference: ConferenceId })

/** Says how it is called: in full, in short, and how it is counted. */
export const rename = deed('conferences.rename', {
  input: Of.extend({ name: Text, shortName: Text, label: Text.nullable() }),
  seen: ({ name, shortName, label }) => [name, shortName, label],
  change: (before, { name, shortName, label }) => ({
    name: revisedText(before.name, name),
    shortName: revisedText(before.shortName, shortName),
    label: label && revisedText(before.label, label),
  }),
})

/** Says what it is, and what it is for. */
export const describe = deed('conferences.describe', {
  input: Of.extend({ summary: Text, objective: Text.nullable() }),
  seen: ({ summary, objective }) => [summary.title, objective?.title ?? null],
  change: ({ summary, objective }, said) => ({
    summary: { ...summary, title: revisedText(summary.title, said.summary) },
    objective: said.objective && {
      sources: objective?.sources ?? [],
      title: revisedText(objective?.title ?? null, said.objective),
    },
  }),
})

/** Says who takes part, in a sentence. */
export const describeParticipants = deed('conferences.describe-participants', {
  input: Of.extend({ who: Text.nullable(), ...Sourcing }),
  seen: ({ participants }) => participants?.who ?? null,
  change(conference, { who, ...sourcing }) {
    const { participants } = conference
    if (!who) return { participants: null }
    const { keys, list } = sourcesFor(conference, sourcing)
    return {
      participants: {
        who: revisedText(participants?.who ?? null, who),
        categories: participants?.categories ?? [],
        sources: keys,
      },
      sources: list,
    }
  },
})

/** Says why the co-chairs are co-chairs. */
export const explainCoChairs = deed('conferences.explain-co-chairs', {
  input: Of.extend({ reason: Text.nullable(), ...Sourcing }),
  seen: ({ coChairs }) => coChairs?.reason ?? null,
  change(conference, { reason, ...sourcing }) {
    const { coChairs } = conference
    const { keys, list } = sourcesFor(conference, sourcing)
    return {
      coChairs: {
        list: coChairs?.list ?? [],
        reason: reason && revisedText(coChairs?.reason ?? null, reason),
        sources: keys,
      },
      sources: list,
    }
  },
})

/** Says which conference takes over, and what is handed to it. */
export const handOver = deed('conferences.hand-over', {
  input: Of.extend({ to: ConferenceId, what: Text, ...Sourcing }),
  seen: ({ handover }) => handover,
  change(conference, { to, what, ...sourcing }) {
    const { keys, list } = sourcesFor(conference, sourcing)
    const said = revisedText(conference.handover?.what ?? null, what)
    return { handover: { to, what: said, sources: keys }, sources: list }
  },
})

/** Takes back that something is handed over. */
export const keepChair = deed('conferences.take-back-hand-over', {
  input: Of,
  seen: ({ handover }) => handover,
  change: () => ({ handover: null }),
})
