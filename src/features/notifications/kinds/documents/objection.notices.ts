import { object } from '../../../outcome-documents/deeds/silence.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after, SECRETARIAT } from '../kind.notices.ts'
import { toDelegations, toSecretariats } from './told.ts'

/** The silence was broken; nobody is told by whom. */
export const silenceBroken = noticeKind('outcome-objection', {
  group: 'documents',
  usual: 'at-once',
  least: 'product',
  roles: ['focal-point', 'co-chair', ...SECRETARIAT],
  letters: ['outcome-documents.objection'],
  after: [after(object, ({ row }) => [toSecretariats(row), toDelegations(row)])],
})
