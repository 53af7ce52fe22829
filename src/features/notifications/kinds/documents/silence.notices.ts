import { beginSilence } from '../../../outcome-documents/deeds/silence.commands.ts'
import { noticeKind } from '../../kind.ts'
import { after } from '../kind.notices.ts'
import { toDelegations } from './told.ts'

/** A silence procedure began: whoever objects does so before its deadline. */
export const silenceBegun = noticeKind('outcome-silence', {
  group: 'documents',
  usual: 'at-once',
  least: 'product',
  roles: ['focal-point', 'co-chair'],
  letters: ['outcome-documents.silence'],
  after: [after(beginSilence, ({ row }) => [toDelegations(row)])],
})
