import { adopt } from '../../../outcome-documents/deeds/adoption.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after } from '../kind.notices.ts'
import { toDelegations } from './told.ts'

/** An outcome document was adopted: delegations may endorse it. */
export const documentAdopted = noticeKind('outcome-adopted', {
  group: 'documents',
  usual: 'at-once',
  least: 'off',
  roles: ['focal-point', 'co-chair'],
  letters: ['outcome-documents.adopted'],
  after: [
    after(adopt, ({ row }) => [
      { ...toDelegations(row), at: `/${row.conference}/outcome/${row.document}` },
    ]),
  ],
})
