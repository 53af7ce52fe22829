import type { Role } from '../../../../kernel/actor.ts'
import type { Telling } from '../../kind.ts'

interface Document {
  conference: string
  document: string
  draft: number | null
}

const DELEGATIONS: readonly Role[] = ['focal-point', 'co-chair']
const SECRETARIATS: readonly Role[] = ['host-secretariat', 'un-secretariat']

const told = (
  { conference, document, draft }: Document,
  roles: readonly Role[],
  at: string,
): Telling => ({
  to: roles.map((role) => ({ role, conference })),
  facts: { conference, document, ...(draft !== null && { draft }) },
  at,
  about: `outcome-document/${conference}/${document}/${draft ?? 0}`,
})

/** What all delegations are told of a document: that there is something to read, and where; no word of it. */
export const toDelegations = (document: Document): Telling =>
  told(document, DELEGATIONS, `/${document.conference}/desk`)

/** What both secretariats are told of it. */
export const toSecretariats = (document: Document): Telling =>
  told(document, SECRETARIATS, `/${document.conference}/desk/outcome/${document.document}`)
