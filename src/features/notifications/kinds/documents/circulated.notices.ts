import { circulate } from '../../../outcome-documents/deeds/drafting.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after } from '../kind.notices.ts'
import { toDelegations } from './told.ts'

/** A draft of an outcome document was given to all delegations. */
export const draftCirculated = noticeKind('outcome-circulated', {
  group: 'documents',
  usual: 'at-once',
  least: 'off',
  roles: ['focal-point', 'co-chair'],
  letters: ['outcome-documents.circulated'],
  after: [after(circulate, ({ row }) => [toDelegations(row)])],
})
